/** Flows can be made anew at any time, and whatever disagrees with the records is found. */
import { describe, expect, it } from 'vitest';
import { checkConsistency } from '../../src/records/check-consistency.js';
import { rebuildFlows } from '../../src/records/rebuild-flows.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { importText } from '../support/import-text.js';
import { dumpGraph } from './dump-graph.js';
import { smallFacts } from './small-facts.js';
import { type OpenStore, useFilledStore, useStore } from './use-store.js';

const check = (store: GraphStore): Promise<string[]> => store.read(checkConsistency);
const tamper = (store: GraphStore, statement: string): Promise<unknown> =>
  store.write((writer) => writer.run(statement));

class Undo extends Error {
  constructor(readonly faults: string[]) {
    super('the graph is put back as it was');
  }
}

/** What a check finds after somebody has tampered with the graph, which then is as it was before. */
async function faultsAfter(store: GraphStore, ...statements: readonly string[]): Promise<string[]> {
  const undone = await store
    .write(async (writer) => {
      for (const statement of statements) await writer.run(statement);
      throw new Undo(await checkConsistency(writer));
    })
    .catch((error: unknown) => error);
  if (undone instanceof Undo) return undone.faults;
  throw undone;
}

const supplies = "(:Company {id: 'aws'})-[edge:SUPPLIES]->(:Company {id: 'openai'})";

/** What somebody did to the graph behind the back of the product, and what the one fault has to name. */
const flowFaults = [
  ['a flow that says another day', `MATCH ${supplies} SET edge.toDay = 20991231`, /openai-aws.*SUPPLIES/],
  ['a flow that says more', `MATCH ${supplies} SET edge.note = 'more'`, /openai-aws.*SUPPLIES/],
  ['a flow that says less', `MATCH ${supplies} REMOVE edge.confidence`, /openai-aws.*SUPPLIES/],
] as const;
const miscountedFlows = [
  ['a missing flow', `MATCH ${supplies} DELETE edge`, 'SUPPLIES'],
  [
    'a flow twice',
    `MATCH (a:Company {id: 'aws'})-[edge:SUPPLIES]->(b) CREATE (a)-[twin:SUPPLIES]->(b) SET twin = properties(edge)`,
    'SUPPLIES',
  ],
  [
    'a flow that no record casts',
    "MATCH (a:Company {id: 'nvidia'}), (b:Company {id: 'anthropic'}) CREATE (a)-[:PAYS {dealId: 'made-up'}]->(b)",
    'PAYS',
  ],
  [
    'a flow that goes the wrong way',
    `MATCH (a:Company {id: 'amazon'})-[edge:OWNS]->(b) CREATE (b)-[turned:OWNS]->(a) SET turned = properties(edge) DELETE edge`,
    'OWNS',
  ],
] as const;
const referenceFaults = [
  [
    'a missing reference',
    "MATCH (:Entity {id: 'gb200'})-[edge:DESIGNED_BY]->() DELETE edge",
    /gb200.*DESIGNED_BY.*nvidia/,
  ],
  [
    'a reference that the record does not say',
    "MATCH (a:Entity {id: 'gb200'}), (b:Entity {id: 'press'}) CREATE (a)-[:EVIDENCED_BY]->(b)",
    /gb200.*EVIDENCED_BY.*press/,
  ],
  [
    'a reference twice',
    "MATCH (a:Entity {id: 'gb200'}), (b:Entity {id: 'nvidia'}) CREATE (a)-[:DESIGNED_BY]->(b)",
    /gb200.*DESIGNED_BY.*nvidia/,
  ],
  [
    'a reference to a record that is gone',
    "MATCH (record:Entity {id: 'gb300'}) DETACH DELETE record",
    /openai-aws.*COVERS.*gb300/,
  ],
  [
    'a record that says something else than its edges',
    "MATCH (record:Entity {id: 'launch'}) SET record.deals = ['nvidia-openai']",
    /launch.*MENTIONS/,
  ],
] as const;

export function describeConsistency(openStore: OpenStore): void {
  describe('consistency', () => {
    const store = useFilledStore(openStore, (opened) => importText(opened, smallFacts));

    it('holds after an import', async () => {
      expect(await check(store())).toEqual([]);
    });

    it.each(flowFaults)('finds %s, once', async (_what, statement, named) => {
      expect(await faultsAfter(store(), statement)).toEqual([expect.stringMatching(named)]);
    });

    it.each(miscountedFlows)('finds %s', async (_what, statement, flow) => {
      const faults = await faultsAfter(store(), statement);
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.filter((fault) => !fault.includes(flow))).toEqual([]);
    });

    it.each(referenceFaults)('finds %s', async (_what, statement, named) => {
      expect(await faultsAfter(store(), statement)).toContainEqual(expect.stringMatching(named));
    });

    it('finds every one of several faults', async () => {
      const statements = [flowFaults[0], miscountedFlows[2], referenceFaults[0]].map(
        ([, statement]) => statement,
      );
      expect(await faultsAfter(store(), ...statements)).toHaveLength(3);
    });
  });

  describe('the consistency of another graph', () => {
    const store = useStore(openStore);

    it('holds where there is nothing', async () => {
      expect(await check(store())).toEqual([]);
    });

    it('lists a hundred faults at most', async () => {
      const sources = Array.from(
        { length: 60 },
        (_, index) => `{id: source-${index}, publisher: P, title: T}`,
      );
      const names = sources.map((_, index) => `source-${index}`).join(', ');
      const chip = (id: string): string =>
        `{id: ${id}, name: ${id}, designer: a, chipType: GPU, sources: [${names}]}`;
      await importText(
        store(),
        `sources: [${sources.join(', ')}]
companies: [{id: a, name: A, roles: [AI_LAB], country: US}]
chips: [${chip('one')}, ${chip('two')}]`,
      );
      await tamper(store(), 'MATCH (:Chip)-[edge:EVIDENCED_BY]->() DELETE edge');
      expect(await check(store())).toHaveLength(100);
    });
  });

  describe('making flows anew', () => {
    const store = useStore(openStore);

    it('gives the same graph', async () => {
      await importText(store(), smallFacts);
      const before = await dumpGraph(store());
      expect(await rebuildFlows(store())).toEqual({ records: 3, edges: 4 });
      expect(await dumpGraph(store())).toEqual(before);
    });

    it('heals whatever was done to flows', async () => {
      await importText(store(), smallFacts);
      const before = await dumpGraph(store());
      for (const [, statement] of [...flowFaults, ...miscountedFlows.slice(1)])
        await tamper(store(), statement);
      await rebuildFlows(store());
      expect(await dumpGraph(store())).toEqual(before);
      expect(await check(store())).toEqual([]);
    });

    it('of a graph without deals makes none', async () => {
      expect(await rebuildFlows(store())).toEqual({ records: 0, edges: 0 });
    });
  });
}
