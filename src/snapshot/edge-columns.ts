/** Flow edges in columns, each with the row of the relationship that casts it. Like rows they are only ever added. */
import { allFlows, type Flow } from '../model/kind.js';
import { type Codes, createCodes } from './codes.js';
import {
  addRelationship,
  createRelationshipColumns,
  type RelationshipColumns,
  StoredRelationship,
} from './relationship-columns.js';
import { FIRST_ROOM, makeRoom } from './room.js';
import type { FlowEdge, Relationship } from './snapshot.js';

/** Where a flow goes that a relationship casts. */
export type Ends = Pick<FlowEdge, 'flow' | 'from' | 'to'>;

const createNumbers = () => ({
  flows: new Uint8Array(FIRST_ROOM),
  /** The numbers of companies. */
  sources: new Int32Array(FIRST_ROOM),
  targets: new Int32Array(FIRST_ROOM),
  /** The rows of relationships. */
  rows: new Int32Array(FIRST_ROOM),
});

export interface EdgeColumns {
  readonly relationships: RelationshipColumns;
  /** Numbers the companies. */
  readonly companies: Codes;
  readonly numbers: ReturnType<typeof createNumbers>;
  /** How many edges there are. */
  size: number;
}

export const createEdgeColumns = (): EdgeColumns => ({
  relationships: createRelationshipColumns(),
  companies: createCodes(),
  numbers: createNumbers(),
  size: 0,
});

/** Gives the number of its first edge; the others follow on that. */
export function addEdges(columns: EdgeColumns, relationship: Relationship, ends: readonly Ends[]): number {
  const { relationships, companies, numbers } = columns;
  const row = addRelationship(relationships, relationship);
  const first = columns.size;
  for (const { flow, from, to } of ends) {
    const edge = columns.size;
    makeRoom(numbers, edge);
    numbers.flows[edge] = allFlows.indexOf(flow);
    numbers.sources[edge] = companies.codeOf(from);
    numbers.targets[edge] = companies.codeOf(to);
    numbers.rows[edge] = row;
    columns.size += 1;
  }
  return first;
}

/** The numbers of all edges of a relationship, given its first one. */
export function edgesFromFirst({ numbers: { rows }, size }: EdgeColumns, first: number): number[] {
  const edges = [first];
  for (let edge = first + 1; edge < size && rows[edge] === rows[first]; edge += 1) edges.push(edge);
  return edges;
}

/** The id of the relationship that casts an edge. */
export const relationshipIdOf = ({ relationships, numbers }: EdgeColumns, edge: number): string =>
  relationships.ids[numbers.rows[edge] as number] as string;

/** One edge, as questions see it. */
export class StoredEdge implements FlowEdge {
  constructor(
    private readonly columns: EdgeColumns,
    private readonly edge: number,
  ) {}
  get flow(): Flow {
    return allFlows[this.columns.numbers.flows[this.edge] as number] as Flow;
  }
  get from(): string {
    const { companies, numbers } = this.columns;
    return companies.textOf(numbers.sources[this.edge] as number);
  }
  get to(): string {
    const { companies, numbers } = this.columns;
    return companies.textOf(numbers.targets[this.edge] as number);
  }
  get relationship(): Relationship {
    return new StoredRelationship(this.columns.relationships, this.columns.numbers.rows[this.edge] as number);
  }
}
