/**
 * Neo4j shows each statement what was committed by then, so a transaction of several may see several states. Writers
 * therefore come one at a time and leave a mark each, and a read that finds another mark at its end is done anew.
 */
import type { ManagedTransaction, Session } from 'neo4j-driver';
import type { IndexedProperty } from '../../store/graph-schema.js';
import type { Parameters, Reader } from '../../store/graph-store.js';
import { readerOver } from './reader.js';

export const writeTurn: IndexedProperty = ['WriteTurn', 'id'];

const take = `
MERGE (turn:WriteTurn {id: 'turn'})
SET turn.mark = randomUUID()`;

const readMark = `
MATCH (turn:WriteTurn {id: 'turn'})
RETURN turn.mark AS mark`;

/**
 * Does the work once no other writer is under way, and keeps others waiting until the transaction ends. The server does
 * one thing of a transaction after the other, so what the work sends is sent at once, and waits there.
 */
export async function inTurn<Result>(
  transaction: ManagedTransaction,
  work: () => Promise<Result>,
): Promise<Result> {
  const turn = transaction.run(take).then(() => undefined);
  turn.catch(() => undefined);
  try {
    return await work();
  } finally {
    // Without its turn the work has failed because of that, which may pass.
    await turn;
  }
}

/** Undefined where nobody has written yet. */
type Mark = string | undefined;

async function markOf(reader: Reader): Promise<Mark> {
  const [row] = await reader.run<{ mark: string }>(readMark);
  return row?.mark;
}

/** Sent without waiting for the answer, ahead of what is sent next, so it costs no round trip. */
function markAhead(reader: Reader): Promise<Mark> {
  const mark = markOf(reader);
  mark.catch(() => undefined);
  return mark;
}

/** The mark that a read has seen last. */
export interface LastSeen {
  mark: Mark;
}

export interface Observation<Result> {
  readonly result: Result;
  /** Whether all that it rests on was true at one time. */
  readonly isOneState: boolean;
}

/** Does the work in a transaction, and tells whether somebody wrote meanwhile. */
export async function observe<Result>(
  reader: Reader,
  work: (reader: Reader) => Promise<Result>,
  lastSeen: LastSeen,
): Promise<Observation<Result>> {
  const before = markAhead(reader);
  const result = await work(reader);
  const after = await markOf(reader);
  lastSeen.mark = after;
  return { result, isOneState: (await before) === after };
}

/**
 * Most reads are one statement, which alone costs one round trip, and in a transaction three. So the first statement
 * runs alone, and the transaction is opened when a second one comes. What the first has seen was the state that the
 * others see if the mark is still the one that was seen last before it.
 */
export async function observeAtOnce<Result>(
  session: Session,
  work: (reader: Reader) => Promise<Result>,
  lastSeen: LastSeen,
  signal: AbortSignal,
): Promise<Observation<Result>> {
  const known = lastSeen.mark;
  const alone = readerOver(session, signal);
  let first: Promise<unknown> | undefined;
  let others: { readonly reader: Reader; readonly before: Promise<Mark> } | undefined;

  function openOthers() {
    // Its begin is sent along with the first statement.
    const reader = readerOver(session.beginTransaction(), signal);
    return { reader, before: markAhead(reader) };
  }

  const result = await work({
    async run<Row>(statement: string, parameters?: Parameters) {
      if (first === undefined) {
        const rows = alone.run<Row>(statement, parameters);
        first = rows.catch(() => undefined);
        return rows;
      }
      // A session does one thing at a time.
      await first;
      others ??= openOthers();
      return others.reader.run<Row>(statement, parameters);
    },
  });
  if (others === undefined) return { result, isOneState: true };
  const after = await markOf(others.reader);
  lastSeen.mark = after;
  return { result, isOneState: (await others.before) === known && after === known };
}
