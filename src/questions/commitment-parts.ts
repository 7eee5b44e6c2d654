/** Commitments taken apart, by counterparty, by kind or by year, with the sums of each part. */
import type { DealValue } from './deal-value.js';
import { createMoneySums, type MoneySum } from './money-sums.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** A deal by which a company is bound to pay. */
export interface Commitment {
  readonly deal: string;
  /** The group of the supplier. */
  readonly counterparty: string;
  /** The code of its kind. */
  readonly kind: string;
  /** The year of its announcement; null where there is none. */
  readonly year: number | null;
  /** Undefined where it has no amount. */
  readonly value: DealValue | undefined;
}

/** Some of the commitments: their sums per currency and basis, and their deals in the order in which they came. */
export interface CommitmentPart {
  readonly sums: readonly MoneySum[];
  readonly deals: readonly string[];
}

export interface KeyedPart<Key> {
  readonly key: Key;
  readonly part: CommitmentPart;
}

const startPart = () => ({ sums: createMoneySums(), deals: [] as string[] });

/** The parts by a key of each commitment, in the order in which the keys come first. */
export async function partsBy<Key>(
  commitments: readonly Commitment[],
  keyOf: (commitment: Commitment) => Key,
  signal: AbortSignal | undefined,
): Promise<KeyedPart<Key>[]> {
  const growing = new Map<Key, ReturnType<typeof startPart>>();
  for (const [at, commitment] of commitments.entries()) {
    if (at % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
    const key = keyOf(commitment);
    const part = growing.get(key) ?? startPart();
    growing.set(key, part);
    part.deals.push(commitment.deal);
    if (commitment.value !== undefined) part.sums.add(commitment.value);
  }
  const parts: KeyedPart<Key>[] = [];
  for (const [key, { sums, deals }] of growing) {
    if (parts.length % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
    parts.push({ key, part: { sums: sums.list(), deals } });
  }
  return parts;
}
