/** The races over the questions that follow goods, money and control either way, and over the timeline. */
import { scopeOf } from '../src/questions/scope.js';
import { neighbourhood, paths, timeline } from './contenders/question-cypher/ties.js';
import type { Doors } from './doors.js';
import { equipmentMakers, foundries, labs, questionDay } from './generated-graph.js';
import { byId, idsOf, sortBy, toRace, type WithId } from './question-race.js';
import type { Race } from './race.js';

const { day } = scopeOf({ on: questionDay });

interface OurHop {
  readonly from: WithId;
  readonly to: WithId;
  readonly flow: string;
  readonly deals: readonly WithId[];
  readonly ownerships: readonly WithId[];
}

interface PlainHop {
  readonly from: string;
  readonly to: string;
  readonly flow: string;
  readonly deals: readonly string[];
}

const HOP = '{ from { id } to { id } flow deals { id } ownerships { id } }';

const toHop = ({ from, to, flow, deals, ownerships }: OurHop): PlainHop => ({
  from: from.id,
  to: to.id,
  flow,
  deals: [...idsOf(deals), ...idsOf(ownerships)],
});

const FLOWS: Readonly<Record<string, string>> = { SUPPLIES: 'GOODS', PAYS: 'MONEY', OWNS: 'CONTROL' };

/** Paths share hops; each stands once. */
const hopsInOrder = (hops: readonly PlainHop[]): PlainHop[] => [
  ...new Map(
    sortBy(hops, ({ from, to, flow }) => `${from} ${to} ${FLOWS[flow] ?? flow}`).map(
      ({ from, to, flow, deals }) => [
        `${from} ${to} ${flow}`,
        { from, to, flow: FLOWS[flow] ?? flow, deals: [...deals].sort() },
      ],
    ),
  ).values(),
];

interface PathsAnswer {
  readonly paths: {
    readonly paths: readonly { readonly companies: readonly WithId[]; readonly hops: readonly OurHop[] }[];
  };
}

interface PathsRow {
  readonly paths: readonly (readonly string[])[];
  readonly hops: readonly PlainHop[];
}

const pathsRace = (question: string, ends: readonly string[], doors: Doors): Race =>
  toRace<PathsAnswer, PathsRow | undefined>(
    {
      question,
      inputs: labs.slice(0, ends.length).map((lab, at) => `${lab} ${ends[at]}`),
      ours: `query ($from: ID!, $to: ID!, $on: Day!) { paths(from: $from, to: $to, on: $on, rollUp: false) {
        paths { companies { id } hops ${HOP} } } }`,
      variables: ([from, to]) => ({ from, to }),
      readOurs: ({ paths: { paths: found } }) => ({
        paths: found.map(({ companies }) => idsOf(companies)),
        hops: hopsInOrder(found.flatMap(({ hops }) => hops.map(toHop))),
      }),
      askPlain: async (run, [from, to]) => ((await run(paths, { from, to, day })) as PathsRow[])[0],
      readPlain: (row) => ({ paths: row?.paths ?? [], hops: hopsInOrder(row?.hops ?? []) }),
    },
    doors,
  );

interface NeighbourhoodAnswer {
  readonly neighbourhood: { readonly nodes: readonly WithId[]; readonly edges: readonly OurHop[] };
}

interface NeighbourhoodRow {
  readonly nodes: readonly string[];
  readonly edges: readonly PlainHop[];
}

const neighbourhoodRace = (doors: Doors): Race =>
  toRace<NeighbourhoodAnswer, NeighbourhoodRow | undefined>(
    {
      question: 'neighbourhood, 1 step',
      inputs: labs,
      ours: `query ($id: ID!, $on: Day!) { neighbourhood(of: $id, on: $on, rollUp: false) { nodes { id } edges ${HOP} } }`,
      variables: byId,
      readOurs: ({ neighbourhood: { nodes, edges } }) => ({
        nodes: idsOf(nodes).sort(),
        edges: hopsInOrder(edges.map(toHop)),
      }),
      askPlain: async (run, [id]) => ((await run(neighbourhood, { id, day })) as NeighbourhoodRow[])[0],
      readPlain: (row) => ({ nodes: [...(row?.nodes ?? [])].sort(), edges: hopsInOrder(row?.edges ?? []) }),
    },
    doors,
  );

interface PlainEntry {
  readonly id: string;
  readonly day: number;
}

interface TimelineRow {
  readonly deals: readonly PlainEntry[];
  readonly events: readonly PlainEntry[];
  readonly metrics: readonly { readonly id: string; readonly period: string; readonly asOf: string | null }[];
}

const toNumber = (text: string): number => {
  const [year = '0', month = '01', dayOfMonth = '01'] = text.split('-');
  return Number(`${year}${month}${dayOfMonth}`);
};

function mergeEntries([row]: readonly TimelineRow[]): PlainEntry[] {
  const figures = (row?.metrics ?? []).map(({ id, period, asOf }) => ({ id, day: toNumber(asOf ?? period) }));
  return [...(row?.deals ?? []), ...(row?.events ?? []), ...figures]
    .sort((one, other) => one.day - other.day || (one.id < other.id ? -1 : 1))
    .slice(0, 100);
}

interface TimelineAnswer {
  readonly timeline: {
    readonly entries: readonly { readonly day: string; readonly type: string; readonly record: WithId }[];
  };
}

const timelineRace = (doors: Doors): Race =>
  toRace<TimelineAnswer, PlainEntry[]>(
    {
      question: 'timeline, its first 100 entries',
      inputs: labs,
      ours: `query ($id: ID!, $on: Day!) { timeline(of: [$id], on: $on, rollUp: false) {
        entries { day type record { id } } } }`,
      variables: byId,
      readOurs: (data) =>
        data.timeline.entries.map(({ day: text, record }) => ({ id: record.id, day: toNumber(text) })),
      askPlain: async (run, [id]) => mergeEntries((await run(timeline, { id })) as TimelineRow[]),
      readPlain: (entries) => entries.map(({ id, day: number }) => ({ id, day: number })),
    },
    doors,
  );

export const tieQuestionRaces = (doors: Doors): Race[] => [
  pathsRace('paths from a lab to a foundry', foundries, doors),
  pathsRace('paths from a lab to an equipment maker', equipmentMakers, doors),
  neighbourhoodRace(doors),
  timelineRace(doors),
];
