/** All that a graph holds of its records, as plain data in a fixed order, to compare as a whole. */
import type { AnyRecord } from '../../src/model/kind.js';
import { loadRecords } from '../../src/records/load-records.js';
import type { GraphStore, Reader } from '../../src/store/graph-store.js';

export interface Edge {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const edgesOf = (condition: string): string => `
MATCH (source:Entity)-[edge]->(target:Entity)
WHERE ${condition}
RETURN source.id AS from, type(edge) AS type, target.id AS to, properties(edge) AS properties
ORDER BY type, from, to`;

const isFlow = "type(edge) IN ['SUPPLIES', 'PAYS', 'OWNS']";

const byKey = (one: Edge, other: Edge): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

/** The flow edges, with all that they carry. */
export const readFlows = async (store: GraphStore): Promise<Edge[]> =>
  (await store.read((reader) => reader.run<Edge>(edgesOf(isFlow)))).sort(byKey);

/** The other edges, as `openai-aws SUPPLIER aws`; their order is that of their texts. */
export async function readReferences(store: GraphStore): Promise<string[]> {
  const edges = await store.read((reader) => reader.run<Edge>(edgesOf(`NOT ${isFlow}`)));
  return edges.map(({ from, type, to }) => `${from} ${type} ${to}`).sort();
}

const labelsAndIds = `
MATCH (record:Entity)
UNWIND labels(record) AS label
WITH record, label ORDER BY label
RETURN record.id AS id, collect(label) AS labels
ORDER BY id`;

/** The labels of each record, by its id. */
export async function readLabels(store: GraphStore): Promise<Record<string, readonly string[]>> {
  const rows = await store.read((reader) => reader.run<{ id: string; labels: string[] }>(labelsAndIds));
  return Object.fromEntries(rows.map(({ id, labels }) => [id, [...labels].sort()]));
}

/** Everything that was ever written to the log of changes, the ledger last. */
export async function readLog(store: GraphStore): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = (statement: string) => (reader: Reader) =>
    reader.run<{ properties: Readonly<Record<string, unknown>> }>(statement);
  const changes = await store.read(
    rows('MATCH (change:Change) RETURN properties(change) AS properties ORDER BY change.sequence'),
  );
  const ledgers = await store.read(
    rows('MATCH (ledger:Ledger) RETURN {sequence: ledger.sequence} AS properties'),
  );
  return [...changes, ...ledgers].map(({ properties }) => properties);
}

export async function readRecords(store: GraphStore): Promise<readonly AnyRecord[]> {
  const ids = Object.keys(await readLabels(store));
  const records = await store.read((reader) => loadRecords(reader, ids));
  return ids.flatMap((id) => records.get(id) ?? []);
}

export const dumpGraph = async (store: GraphStore): Promise<unknown> => ({
  labels: await readLabels(store),
  records: await readRecords(store),
  references: await readReferences(store),
  flows: await readFlows(store),
  log: await readLog(store),
});
