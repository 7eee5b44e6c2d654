/** How companies are connected in space and in time. */
import { expect } from 'vitest';
import type { Day } from '../../../src/model/day.js';
import type { Flow } from '../../../src/model/kind.js';
import { allFlows } from '../../../src/model/kind.js';
import type { Graph } from '../../../src/questions/ask.js';
import { neighbourhood } from '../../../src/questions/neighbourhood.js';
import { paths } from '../../../src/questions/paths.js';
import { type TimelineEntry, type TimelineQuestion, timeline } from '../../../src/questions/timeline.js';
import { groupOf, groupsOf } from '../../oracle/groups.js';
import { type Flow as SlowFlow, slowPaths } from '../../oracle/paths.js';
import { compareIds, sortedUnique } from '../../oracle/sorted.js';
import { slowTimeline } from '../../oracle/timeline.js';
import type { World } from './random-world.js';

const slowNames: Readonly<Record<Flow, SlowFlow>> = { SUPPLIES: 'GOODS', PAYS: 'MONEY', OWNS: 'CONTROL' };
const fastNames: Readonly<Record<SlowFlow, Flow>> = { GOODS: 'SUPPLIES', MONEY: 'PAYS', CONTROL: 'OWNS' };

/** What tells how companies are connected, in the words of the product and in those of the oracle. */
function wordsFor({ question, ways: { flows, connecting: kinds } }: World) {
  return {
    fast: { ...question, on: question.on as Day, flows, kinds },
    slow: { ...question, flows: flows.map((flow) => slowNames[flow]), kinds },
  };
}

export async function comparePaths(graph: Graph, world: World): Promise<void> {
  const { fast, slow } = wordsFor(world);
  const { of: from, other: to } = world.question;
  const { limit } = world.ways;
  const all = slowPaths(world.facts, { ...slow, from, to }).map(({ companies, steps }) => ({
    companies,
    hops: steps.flat().map((hop) => ({ ...hop, flow: fastNames[hop.flow] })),
  }));
  const found = await paths(graph, { ...fast, from, to, limit });
  expect({ paths: found.paths, truncated: found.truncated }).toEqual({
    paths: all.slice(0, limit),
    truncated: all.length > limit,
  });
}

/** The groups that have a path to the middle, and the paths of one step between any two of them. */
function slowNeighbourhood(world: World) {
  const { facts, question, ways } = world;
  const { slow } = wordsFor(world);
  const groups = groupsOf(facts, question);
  const middle = groupOf(groups, question.of);
  const nodes = sortedUnique(groups.values()).flatMap((company) => {
    const ends = { from: middle, to: company, maxLength: ways.depth };
    const [shortest] = slowPaths(facts, { ...slow, ...ends });
    if (company === middle) return [{ company, distance: 0 }];
    return shortest === undefined ? [] : [{ company, distance: shortest.companies.length - 1 }];
  });
  const ids = nodes.map(({ company }) => company);
  const pairs = ids.flatMap((from) => ids.filter((to) => from < to).map((to) => ({ from, to })));
  const edges = pairs
    .flatMap((pair) => slowPaths(facts, { ...slow, ...pair, maxLength: 1 }))
    .flatMap(({ steps }) => steps.flat())
    .map((hop) => ({ ...hop, flow: fastNames[hop.flow] }))
    .sort(
      (a, b) =>
        compareIds(a.from, b.from) ||
        compareIds(a.to, b.to) ||
        allFlows.indexOf(a.flow) - allFlows.indexOf(b.flow),
    );
  return { nodes: nodes.sort((a, b) => a.distance - b.distance || compareIds(a.company, b.company)), edges };
}

export async function compareNeighbourhood(graph: Graph, world: World): Promise<void> {
  const { fast } = wordsFor(world);
  const { nodes, edges, truncated } = await neighbourhood(graph, { ...fast, depth: world.ways.depth });
  expect({ nodes, edges, truncated }).toEqual({ ...slowNeighbourhood(world), truncated: false });
}

type PagedQuestion = TimelineQuestion & { readonly first: number };

/** All entries, a page after the other: each of them but the last one is full. */
async function readPages(graph: Graph, { first, ...asked }: PagedQuestion): Promise<TimelineEntry[]> {
  const read: TimelineEntry[] = [];
  for (let [after, hasMore]: [string | null, boolean] = [null, true]; hasMore; ) {
    const page = await timeline(graph, { ...asked, first, ...(after !== null && { after }) });
    if (page.truncated) expect(page.entries).toHaveLength(first);
    read.push(...page.entries);
    [after, hasMore] = [page.endCursor, page.truncated];
  }
  return read;
}

export async function compareTimeline(graph: Graph, { facts, question, ways }: World): Promise<void> {
  const of = [question.of, question.other, question.of].slice(0, ways.companies);
  const [from, to] = ways.companies === 1 ? [] : ([question.on, question.laterOn].sort() as Day[]);
  const asked = { ...question, of, on: question.on as Day, ...(from && { from }), ...(to && { to }) };
  const expected = slowTimeline(facts, asked);
  const { entries, truncated } = await timeline(graph, asked);
  expect({ entries, truncated }).toEqual({ entries: expected, truncated: false });
  expect(await readPages(graph, { ...asked, first: ways.first })).toEqual(expected);
}
