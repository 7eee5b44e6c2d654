/** The one node that numbers all changes. Whoever writes takes it first, so the sequence has no gaps and one order. */
import type { Reader, Statement, Writer } from '../store/graph-store.js';

const take = `
MERGE (ledger:Ledger {id: 'ledger'})
ON CREATE SET ledger.sequence = 0
SET ledger.takenAt = $now
RETURN ledger.sequence AS sequence`;

const advance = `
MATCH (ledger:Ledger {id: 'ledger'})
SET ledger.sequence = $sequence`;

const read = `
MATCH (ledger:Ledger {id: 'ledger'})
RETURN ledger.sequence AS sequence`;

export interface Ledger {
  /** The number of the last change; 0 before the first. */
  readonly sequence: number;
}

/**
 * Locks the ledger until the transaction ends. Whatever a write depends on is read after this, for only then does
 * nobody else write.
 */
export async function takeLedger(writer: Writer, now: Date): Promise<Ledger> {
  const [row] = await writer.run<Ledger>(take, { now: now.toISOString() });
  if (row === undefined) throw new Error('the ledger was taken, but not given');
  return row;
}

export const advanceLedger = (sequence: number): Statement => ({ text: advance, parameters: { sequence } });

export async function readLedger(reader: Reader): Promise<Ledger> {
  const [row] = await reader.run<Ledger>(read);
  return row ?? { sequence: 0 };
}
