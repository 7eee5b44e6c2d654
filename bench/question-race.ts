/** How a race over a question of the analysts is put together: our API and plain Cypher, on Neo4j and embedded. */
import { contendersAt, type Doors, type RunCypher } from './doors.js';
import { questionDay } from './generated-graph.js';
import type { Race } from './race.js';

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
  const contenders = contendersAt(doors, {
    ours: (client) => ({
      ask: (input) => client.ask(race.ours, { on: questionDay, ...race.variables(input.split(' ')) }),
      read: (data) => race.readOurs(data as Data),
    }),
    plain: (run) => ({
      ask: (input) => race.askPlain(run, input.split(' ')),
      read: (answer) => race.readPlain(answer as Plain),
    }),
  });
  return { question: race.question, inputs: race.inputs, contenders };
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
