/** The Cypher that writes. Labels and relationship types come from the kinds, a closed list; all else is a parameter. */
import type { AnyRecord, Flow } from '../model/kind.js';
import { kindOf, kinds, referencesOf } from '../model/registry.js';
import type { Parameter, Writer } from '../store/graph-store.js';
import type { FlowEdge } from './cast-flows.js';
import { inBatches } from './in-batches.js';
import { toJson } from './record-json.js';
import { toProperties } from './stored-record.js';
import type { Revision } from './write-records.js';

type Row = Readonly<Record<string, Parameter>>;

async function runInBatches(writer: Writer, statement: string, rows: readonly Row[]): Promise<void> {
  for (const batch of inBatches(rows)) await writer.run(statement, { rows: batch });
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const labelsOf = (code: string): string => {
  const { name, interfaces } = kindOf(code);
  return [name, ...interfaces].join(':');
};

/** Makes the node of each record, or gives it its new properties. */
export async function writeNodes(writer: Writer, revisions: readonly Revision[]): Promise<void> {
  const byKind = groupBy(revisions, ({ after }) => after.kind);
  for (const [code, ofKind] of byKind) {
    const statement = `
UNWIND $rows AS row
MERGE (record:Entity {id: row.id})
SET record = row.properties
SET record:${labelsOf(code)}`;
    const rows = ofKind.map(({ after }) => ({ id: after.id, properties: toProperties(after) }));
    await runInBatches(writer, statement, rows);
  }
}

export interface Relationship {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

export const relationshipsOf = (record: AnyRecord): Relationship[] =>
  referencesOf(kindOf(record.kind)).flatMap(([name, { relationship }]) => {
    const value = record[name];
    const targets = Array.isArray(value) ? (value as readonly string[]) : [value as string | undefined];
    return targets.flatMap((to) => (to === undefined ? [] : [{ type: relationship, from: record.id, to }]));
  });

const referenceTypes = [
  ...new Set(kinds.flatMap((kind) => referencesOf(kind).map(([, field]) => field.relationship))),
];

const deleteReferences = `
UNWIND $rows AS row
MATCH (record:Entity {id: row.id})-[reference:${referenceTypes.join('|')}]->(:Entity)
DELETE reference`;

const createReference = (type: string): string => `
UNWIND $rows AS row
MATCH (record:Entity {id: row.from})
MATCH (target:Entity {id: row.to})
CREATE (record)-[:${type}]->(target)`;

const deleteFlow = (flow: Flow): string => `
UNWIND $rows AS row
MATCH (:Company {id: row.from})-[edge:${flow} {dealId: row.dealId}]->(:Company {id: row.to})
DELETE edge`;

const createFlow = (flow: Flow): string => `
UNWIND $rows AS row
MATCH (from:Company {id: row.from})
MATCH (to:Company {id: row.to})
CREATE (from)-[edge:${flow}]->(to)
SET edge = row.properties`;

/** Replaces what the records' nodes point to, and the flow edges that `cast` says they cast. */
export async function replaceEdges(
  writer: Writer,
  revisions: readonly Revision[],
  cast: (record: AnyRecord) => FlowEdge[],
): Promise<void> {
  const replaced = revisions.flatMap(({ before }) => (before === undefined ? [] : [before]));
  const written = revisions.map(({ after }) => after);
  await runInBatches(
    writer,
    deleteReferences,
    replaced.map(({ id }) => ({ id })),
  );
  for (const [type, rows] of groupBy(written.flatMap(relationshipsOf), (row) => row.type)) {
    await runInBatches(
      writer,
      createReference(type),
      rows.map(({ from, to }) => ({ from, to })),
    );
  }
  await deleteFlows(writer, replaced.flatMap(cast));
  await createFlows(writer, written.flatMap(cast));
}

export async function deleteFlows(writer: Writer, edges: readonly FlowEdge[]): Promise<void> {
  for (const [flow, rows] of groupBy(edges, (edge) => edge.flow)) {
    const keys = rows.map(({ from, to, properties }) => ({ from, to, dealId: properties.dealId ?? null }));
    await runInBatches(writer, deleteFlow(flow), keys);
  }
}

export async function createFlows(writer: Writer, edges: readonly FlowEdge[]): Promise<void> {
  for (const [flow, rows] of groupBy(edges, (edge) => edge.flow)) {
    await runInBatches(
      writer,
      createFlow(flow),
      rows.map(({ from, to, properties }) => ({ from, to, properties })),
    );
  }
}

const createChange = `
UNWIND $rows AS row
CREATE (change:Change)
SET change = row`;

/** A change as its node holds it: the record before and after, as JSON. */
export const changeRow = ({ before, after }: Revision, about: Row): Row => ({
  ...about,
  recordId: after.id,
  kind: after.kind,
  action: before === undefined ? 'CREATED' : 'UPDATED',
  ...(before !== undefined && { before: toJson(before) }),
  after: toJson(after),
});

export const createChanges = (writer: Writer, rows: readonly Row[]): Promise<void> =>
  runInBatches(writer, createChange, rows);
