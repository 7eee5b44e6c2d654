/** The relationships of records: what they point to, and the flow edges that they cast. Only what differs is written. */
import type { AnyRecord, Flow } from '../model/kind.js';
import { kindOf, referencesOf } from '../model/registry.js';
import type { Statement } from '../store/graph-store.js';
import { type CastEdge, castFlows } from './cast-flows.js';
import { groupBy } from './group-by.js';
import type { Revision } from './revision.js';
import { statementsOver } from './statements.js';

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

const deleteReference = (type: string): string => `
UNWIND $rows AS row
MATCH (:Entity {id: row.from})-[reference:${type}]->(:Entity {id: row.to})
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

function* writeReferences(
  statementOf: (type: string) => string,
  relationships: readonly Relationship[],
): Generator<Statement> {
  for (const [type, rows] of groupBy(relationships, (row) => row.type)) {
    yield* statementsOver(
      statementOf(type),
      rows.map(({ from, to }) => ({ from, to })),
    );
  }
}

function* deleteFlows(edges: readonly CastEdge[]): Generator<Statement> {
  for (const [flow, rows] of groupBy(edges, (edge) => edge.flow)) {
    const keys = rows.map(({ from, to, properties }) => ({ from, to, dealId: properties.dealId }));
    yield* statementsOver(deleteFlow(flow), keys);
  }
}

export function* createFlows(edges: readonly CastEdge[]): Generator<Statement> {
  for (const [flow, rows] of groupBy(edges, (edge) => edge.flow)) {
    yield* statementsOver(
      createFlow(flow),
      rows.map(({ from, to, properties }) => ({ from, to, properties })),
    );
  }
}

const keyOf = (edge: unknown): string => JSON.stringify(edge);

/** The edges that one record has and the other does not. */
function edgesWithout<Edge>(
  record: AnyRecord | undefined,
  other: AnyRecord | undefined,
  edgesOf: (record: AnyRecord) => Edge[],
): Edge[] {
  if (record === undefined) return [];
  const edges = edgesOf(record);
  if (other === undefined) return edges;
  const known = new Set(edgesOf(other).map(keyOf));
  return edges.filter((edge) => !known.has(keyOf(edge)));
}

/** Takes the edges away that records have no more; the nodes at their ends must still be there. */
export function* removeEdges(revisions: readonly Revision[]): Generator<Statement> {
  const removed = <Edge>(edgesOf: (record: AnyRecord) => Edge[]): Edge[] =>
    revisions.flatMap(({ before, after }) => edgesWithout(before, after, edgesOf));
  yield* writeReferences(deleteReference, removed(relationshipsOf));
  yield* deleteFlows(removed(castFlows));
}

/** Makes the edges that records did not have before; the nodes at their ends must be there. */
export function* addEdges(revisions: readonly Revision[]): Generator<Statement> {
  const added = <Edge>(edgesOf: (record: AnyRecord) => Edge[]): Edge[] =>
    revisions.flatMap(({ before, after }) => edgesWithout(after, before, edgesOf));
  yield* writeReferences(createReference, added(relationshipsOf));
  yield* createFlows(added(castFlows));
}
