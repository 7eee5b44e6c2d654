/** How a race over a question of the analysts is put together: our API and plain Cypher, on Neo4j and embedded. */
import type { GraphQLClient } from './contenders/graphql-client.js';
import { type Doors, OURS, type RunCypher } from './doors.js';
import { questionDay } from './generated-graph.js';
import type { Contender, Race } from './race.js';

type Variables = Readonly<Record<string, unknown>>;

/** How a question is put at both sorts of door, and what the answers mean in the shape that they share. */
export interface QuestionRace<Data, Plain> {
  readonly question: string;
  /** What a call is about: the id of a company, or of several with blanks between. */
  readonly inputs: readonly string[];
  /** GraphQL; `$on` is always among its variables. */
  readonly ours: string;
  variables(ids: readonly string[]): Variables;
  readOurs(data: Data): unknown;
  /** Asks in Cypher, and works out what its answer leaves to the caller. */
  askPlain(run: RunCypher, ids: readonly string[]): Promise<Plain>;
  readPlain(answer: Plain): unknown;
}

export function toRace<Data, Plain>(race: QuestionRace<Data, Plain>, doors: Doors): Race {
  const ours = (name: string, client: GraphQLClient): Contender => ({
    name,
    rivalOf: [],
    ask: (input) => client.ask(race.ours, { on: questionDay, ...race.variables(input.split(' ')) }),
    read: (data) => race.readOurs(data as Data),
  });
  const plain = (name: string, rivalOf: readonly string[], run: RunCypher): Contender => ({
    name,
    rivalOf,
    ask: (input) => race.askPlain(run, input.split(' ')),
    read: (answer) => race.readPlain(answer as Plain),
  });
  return {
    question: race.question,
    inputs: race.inputs,
    contenders: [
      ours(OURS.onNeo4j, doors.apiOnNeo4j),
      ours(OURS.inProcess, doors.schemaOnNeo4j),
      plain('neo4j-driver', [OURS.onNeo4j, OURS.inProcess], doors.neo4jDriver),
      ours(OURS.embedded, doors.apiEmbedded),
      plain('embedded engine', [OURS.embedded], doors.embeddedEngine),
    ],
  };
}

/** The first id, as `id`. */
export const byId = ([id]: readonly string[]): Variables => ({ id });

export interface WithId {
  readonly id: string;
}

export const idsOf = (records: readonly WithId[]): string[] => records.map(({ id }) => id);

/** In the order of a text that stands for each. */
export const sortBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  [...items].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));

/** Sums of squares differ in their last digits with the order of the sum. */
export const rounded = (value: number): number => Number(value.toPrecision(9));
