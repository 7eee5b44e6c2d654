/** What README says of ties: how two companies are connected, what happened between them, and who stands around one. */
import { payLinks } from '../oracle/flows.js';
import { groupOf, groupsOf, isHeld } from '../oracle/groups.js';
import { slowPaths } from '../oracle/paths.js';
import { slowTimeline } from '../oracle/timeline.js';
import { DAY, defineRow, facts, type Named, nameOf } from './row.js';

interface Hop {
  readonly from: Named;
  readonly to: Named;
  readonly flow: string;
}
interface Found {
  readonly paths: readonly { readonly companies: readonly Named[]; readonly hops: readonly Hop[] }[];
}

/** The companies along each of the shortest paths. */
function shortest(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const length = paths[0]?.length;
  return paths.filter((path) => path.length === length);
}

const slowlyFrom = (from: string, to: string) => slowPaths(facts, { from, to, maxLength: 3, on: DAY });
const flowsOf = (hops: readonly Hop[]) => hops.map(({ from, to, flow }) => `${flow} ${from.name} ${to.name}`);

const connections = defineRow({
  question: 'How are Mistral and ASML connected? SK hynix and xAI?',
  tab: 13,
  read: ({ mistralToAsml, skHynixToXai }: { mistralToAsml: Found; skHynixToXai: Found }) => ({
    near: flowsOf(mistralToAsml.paths[0]?.hops ?? []),
    far: shortest(skHynixToXai.paths.map(({ companies }) => companies.map(({ name }) => name))),
  }),
  expected: () => ({
    near: (slowlyFrom('mistral-ai', 'asml')[0]?.steps ?? [])
      .flat()
      .map(({ from, to, flow }) => `${flow} ${nameOf(from)} ${nameOf(to)}`),
    far: shortest(slowlyFrom('sk-hynix', 'xai').map(({ companies }) => companies.map(nameOf))),
  }),
  words: ({ near, far }) => [
    near.some((hop) => hop.startsWith('MONEY ASML Mistral')) ? 'ASML invested in Mistral' : 'no investment',
    `to ${far[0]?.at(-1)}, xAI's owner, by way of ${far.map(([, middle]) => middle).join(' or ')}`,
  ],
});

interface Timeline {
  readonly entries: readonly { readonly day: string; readonly type: string }[];
}

const MONTHS = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthOf = (day = ''): string => MONTHS.format(new Date(day));

const happened = defineRow({
  question: 'What happened between OpenAI and Microsoft?',
  tab: 15,
  read: ({ timeline: { entries } }: { timeline: Timeline }) =>
    entries.map(({ day, type }) => `${day} ${type}`),
  expected: () =>
    slowTimeline(facts, { of: ['openai', 'microsoft'], on: DAY }).map(({ day, type }) => `${day} ${type}`),
  words: (entries) => [
    `${entries.length} entries, from ${monthOf(entries[0]?.split(' ')[0])} to ${monthOf(entries.at(-1)?.split(' ')[0])}`,
  ],
});

/** Every flow between two groups on the day: GOODS and MONEY of deals, CONTROL of ownerships. */
function flowsBetweenGroups(): string[][] {
  const groups = groupsOf(facts, { on: DAY });
  const deals = payLinks(facts, { on: DAY }).flatMap(({ deal, payerGroup, payeeGroup }) => [
    ['MONEY', payerGroup, payeeGroup],
    ...(deal.isSupply ? [['GOODS', payeeGroup, payerGroup]] : []),
  ]);
  const stakes = facts.ownerships
    .filter((ownership) => isHeld(ownership, DAY))
    .map(({ owner, owned }) => ['CONTROL', groupOf(groups, owner), groupOf(groups, owned)]);
  const flows = [...deals, ...stakes].filter(([, from, to]) => from !== to);
  return [...new Map(flows.map((flow) => [flow.join(' '), flow])).values()];
}

interface Neighbourhood {
  readonly nodes: readonly unknown[];
  readonly edges: readonly unknown[];
}

const around = defineRow({
  question: 'Who stands around Anthropic?',
  tab: 18,
  read: ({ neighbourhood: { nodes, edges } }: { neighbourhood: Neighbourhood }) => ({
    neighbours: nodes.length - 1,
    edges: edges.length,
  }),
  expected() {
    const flows = flowsBetweenGroups();
    const near = new Set(flows.filter((flow) => flow.includes('anthropic')).flatMap(([, ...ends]) => ends));
    return {
      neighbours: near.size - 1,
      edges: flows.filter(([, ...ends]) => ends.every((end) => near.has(end))).length,
    };
  },
  words: ({ neighbours, edges }) => [`${neighbours} groups, and ${edges} flows`],
});

export const connectionRows = [connections, happened, around];
