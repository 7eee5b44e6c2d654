/** How fast our import fills a graph, beside the bare engine taking the same nodes and edges. */
import { performance } from 'node:perf_hooks';
import type { FactFile } from '../src/facts/fact-file.js';
import { importFacts } from '../src/facts/import-facts.js';
import { inBatches } from '../src/records/in-batches.js';
import type { GraphStore, Parameter, Reader } from '../src/store/graph-store.js';
import type { RunCypher } from './doors.js';

export interface Seeding {
  readonly contender: string;
  readonly seconds: number;
  readonly recordsPerSecond: number;
  readonly edgesPerSecond: number;
}

type Row = Readonly<Record<string, Parameter>>;

/** Rows that one statement writes. */
interface Load {
  readonly statement: string;
  readonly rows: readonly Row[];
}

/** What an import has written, as the bare engine is given it. */
export interface WrittenGraph {
  readonly nodes: readonly Load[];
  readonly edges: readonly Load[];
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const rowsOf = (loads: readonly Load[]): number => loads.reduce((sum, { rows }) => sum + rows.length, 0);

const toSeeding = (contender: string, seconds: number, { nodes, edges }: WrittenGraph): Seeding => ({
  contender,
  seconds,
  recordsPerSecond: rowsOf(nodes) / seconds,
  edgesPerSecond: rowsOf(edges) / seconds,
});

const mergeNodes = (labels: string): string => `
UNWIND $rows AS row
MERGE (record:Entity {id: row.id})
SET record += row.properties, record:${labels}`;

/** A pair has an edge of a type once, or once for each deal. */
const mergeEdges = (type: string, key: string): string => `
UNWIND $rows AS row
MATCH (source:Entity {id: row.from})
MATCH (target:Entity {id: row.to})
MERGE (source)-[edge:${type}${key}]->(target)
SET edge += row.properties`;

async function nodesOf(reader: Reader): Promise<Load[]> {
  const labels = await reader.run<{ labels: string[] }>(
    'MATCH (record:Entity) RETURN DISTINCT labels(record) AS labels',
  );
  return Promise.all(
    labels.map(async ({ labels: all }) => {
      const joined = all.join(':');
      const rows = await reader.run<Row>(
        `MATCH (record:${joined}) RETURN record.id AS id, properties(record) AS properties`,
      );
      return { statement: mergeNodes(joined), rows };
    }),
  );
}

async function edgesOf(reader: Reader): Promise<Load[]> {
  const types = await reader.run<{ type: string; hasDeal: boolean }>(
    'MATCH (:Entity)-[edge]->(:Entity) RETURN DISTINCT type(edge) AS type, edge.dealId IS NOT NULL AS hasDeal',
  );
  return Promise.all(
    types.map(async ({ type, hasDeal }) => {
      const rows = await reader.run<Row>(`
MATCH (source:Entity)-[edge:${type}]->(target:Entity)
RETURN source.id AS from, target.id AS to, edge.dealId AS dealId, properties(edge) AS properties`);
      return { statement: mergeEdges(type, hasDeal ? ' {dealId: row.dealId}' : ''), rows };
    }),
  );
}

/** All records of a graph, and what is between them. */
export const readWritten = (store: GraphStore): Promise<WrittenGraph> =>
  store.read(async (reader) => ({ nodes: await nodesOf(reader), edges: await edgesOf(reader) }));

/** The bare engine merges them, 2,000 rows a statement, each statement a transaction. */
export async function seedBare(contender: string, run: RunCypher, written: WrittenGraph): Promise<Seeding> {
  const seconds = await secondsOf(async () => {
    for (const { statement, rows } of [...written.nodes, ...written.edges]) {
      for (const batch of inBatches(rows)) await run(statement, { rows: batch });
    }
  });
  return toSeeding(contender, seconds, written);
}

/** Our import, from the parsed file on: checks, records, edges, and the history of every record. */
export const timeImport = (store: GraphStore, file: FactFile): Promise<number> =>
  secondsOf(() => importFacts(store, [file], { actor: 'bench', now: new Date() }));

export const seedingOf = toSeeding;
