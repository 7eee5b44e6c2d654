/**
 * Neo4j shows each statement what was committed by then, so a transaction of several may see several states. Writers
 * therefore come one at a time and leave a mark each, and a read that finds another mark at its end is done anew.
 */
import type { ManagedTransaction } from 'neo4j-driver';
import type { IndexedProperty } from '../../store/graph-schema.js';
import type { Reader } from '../../store/graph-store.js';

export const writeTurn: IndexedProperty = ['WriteTurn', 'id'];

const take = `
MERGE (turn:WriteTurn {id: 'turn'})
SET turn.mark = randomUUID()`;

const readMark = `
MATCH (turn:WriteTurn {id: 'turn'})
RETURN turn.mark AS mark`;

/** Waits until no other writer is under way, and keeps others waiting until this transaction ends. */
export async function takeTurn(transaction: ManagedTransaction): Promise<void> {
  await transaction.run(take);
}

async function markOf(reader: Reader): Promise<string | undefined> {
  const [row] = await reader.run<{ mark: string }>(readMark);
  return row?.mark;
}

export interface Observation<Result> {
  readonly result: Result;
  /** Whether all that it rests on was true at one time. */
  readonly isOneState: boolean;
}

/** Does the work, and tells whether somebody wrote meanwhile. */
export async function observe<Result>(
  reader: Reader,
  work: (reader: Reader) => Promise<Result>,
): Promise<Observation<Result>> {
  let statements = 0;
  // Sent ahead of the first statement without waiting for the answer, so it costs no round trip.
  const before = markOf(reader);
  before.catch(() => undefined);
  const result = await work({
    run(statement, parameters) {
      statements += 1;
      return reader.run(statement, parameters);
    },
  });
  const isOneState = statements < 2 || (await before) === (await markOf(reader));
  return { result, isOneState };
}
