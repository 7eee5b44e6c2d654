/** How far a webhook has been served, kept in the graph so that any process can go on, and that one at a time does. */
import { createHash } from 'node:crypto';
import type { GraphStore } from '../store/graph-store.js';

/** A process that dies is replaced after this long. */
export const LEASE_MS = 30_000;

// A new webhook hears of what comes after it, not of all that ever was.
const take = `
OPTIONAL MATCH (ledger:Ledger {id: 'ledger'})
WITH coalesce(ledger.sequence, 0) AS last
MERGE (place:WebhookPlace {id: $id})
ON CREATE SET place.sequence = last, place.holder = $holder, place.heldUntil = 0
WITH place
WHERE place.holder = $holder OR place.heldUntil < $now
SET place.holder = $holder, place.heldUntil = $heldUntil
RETURN place.sequence AS sequence`;

const advance = `
MATCH (place:WebhookPlace {id: $id})
WHERE place.holder = $holder
SET place.sequence = $sequence, place.heldUntil = $heldUntil
RETURN place.sequence AS sequence`;

export interface WebhookPlace {
  /** The number of the last change that was delivered; undefined while another process serves this webhook. */
  take(): Promise<number | undefined>;
  /** Notes a delivery; false where another process has taken over meanwhile. */
  advance(sequence: number): Promise<boolean>;
}

/** The address may hold a secret, so the graph keeps its digest only. */
const idOf = (url: string): string => createHash('sha256').update(url).digest('hex');

export function createWebhookPlace(store: GraphStore, url: string, holder: string): WebhookPlace {
  const id = idOf(url);
  const lease = () => ({ id, holder, now: Date.now(), heldUntil: Date.now() + LEASE_MS });
  return {
    async take() {
      const [row] = await store.write((writer) => writer.run<{ sequence: number }>(take, lease()));
      return row?.sequence;
    },
    async advance(sequence) {
      const { now: _now, ...held } = lease();
      const rows = await store.write((writer) => writer.run(advance, { ...held, sequence }));
      return rows.length > 0;
    },
  };
}
