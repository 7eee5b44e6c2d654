/** The one node that numbers all changes. Whoever writes takes it first, so the sequence has no gaps and one order. */
import type { Reader, Statement, Writer } from '../store/graph-store.js';

const take = `
MERGE (ledger:Ledger {id: 'ledger'})
ON CREATE SET ledger.sequence = 0, ledger.ownershipSequence = 0
SET ledger.takenAt = $now
RETURN ledger.sequence AS sequence, ledger.ownershipSequence AS ownershipSequence`;

const advance = `
MATCH (ledger:Ledger {id: 'ledger'})
SET ledger.sequence = $sequence,
    ledger.ownershipSequence = CASE WHEN $ownershipChanged THEN $sequence ELSE ledger.ownershipSequence END`;

const read = `
MATCH (ledger:Ledger {id: 'ledger'})
RETURN ledger.sequence AS sequence, ledger.ownershipSequence AS ownershipSequence`;

export interface Ledger {
  /** The number of the last change; 0 before the first. */
  readonly sequence: number;
  /** The number of the last change that touched an ownership: groups are the same while it is. */
  readonly ownershipSequence: number;
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

export const advanceLedger = (sequence: number, ownershipChanged: boolean): Statement => ({
  text: advance,
  parameters: { sequence, ownershipChanged },
});

export async function readLedger(reader: Reader): Promise<Ledger> {
  const [row] = await reader.run<Ledger>(read);
  return row ?? { sequence: 0, ownershipSequence: 0 };
}
