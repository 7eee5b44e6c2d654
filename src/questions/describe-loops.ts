/** What a loop of payments comes to: its legs, its period, and which loop says more than another. */

import type { Day } from '../model/day.js';
import { toDayOrNull } from '../model/day-text.js';
import type { Legs } from './legs.js';
import { type PaidUsd, sumPaid } from './money-sums.js';
import type { DealValue } from './value-deals.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** All deals in force from one group to the next of a loop. */
export interface MoneyLeg extends PaidUsd {
  readonly payer: string;
  readonly payee: string;
  /** In order of their ids. */
  readonly deals: readonly string[];
}

export interface MoneyLoop {
  /** The groups in the order in which the money goes round, from the smallest id on. */
  readonly companies: readonly string[];
  /** The first one goes from the first company to the second, the last one back to the first. */
  readonly legs: readonly MoneyLeg[];
  /** How many legs have no ceiling in dollars. */
  readonly unknownLegs: number;
  /** The least known ceiling; null where none is known. The legs are never added: that counts a dollar several times. */
  readonly smallestKnownLegUsd: bigint | null;
  /** The latest of the legs' earliest starts; null where all have always held. */
  readonly since: Day | null;
  /** The earliest of the legs' latest ends; null where all are open. */
  readonly until: Day | null;
}

interface DatedLeg extends MoneyLeg {
  readonly fromDay: number;
  readonly toDay: number;
}

/** Each leg is on many loops, so it is summed once. */
function createLegCache(legs: Legs, values: ReadonlyMap<string, DealValue>) {
  const known = new Map<string, Map<string, DatedLeg>>();
  return (payer: string, payee: string): DatedLeg => {
    const ofPayer = known.get(payer) ?? new Map<string, DatedLeg>();
    known.set(payer, ofPayer);
    const before = ofPayer.get(payee);
    if (before !== undefined) return before;
    const { deals, fromDay, toDay } = legs.legOf(payer, payee);
    const paid = sumPaid(deals.flatMap((deal) => values.get(deal) ?? []));
    const leg = { payer, payee, deals, ...paid, fromDay, toDay };
    ofPayer.set(payee, leg);
    return leg;
  };
}

const least = (amounts: readonly bigint[]): bigint | null =>
  amounts.reduce<bigint | null>((found, amount) => (found === null || amount < found ? amount : found), null);

function describe(companies: readonly string[], legBetween: ReturnType<typeof createLegCache>): MoneyLoop {
  const dated = companies.map((payer, at) =>
    legBetween(payer, companies[(at + 1) % companies.length] ?? payer),
  );
  const ceilings = dated.flatMap(({ ceilingUsd }) => ceilingUsd ?? []);
  return {
    companies,
    legs: dated.map(({ fromDay: _from, toDay: _to, ...leg }) => leg),
    unknownLegs: dated.length - ceilings.length,
    smallestKnownLegUsd: least(ceilings),
    since: toDayOrNull(Math.max(...dated.map(({ fromDay }) => fromDay))),
    until: toDayOrNull(Math.min(...dated.map(({ toDay }) => toDay))),
  };
}

function compareIds(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((id, index) => id !== other[index]);
  return at === -1 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}

/** Fewest unknown legs, largest least known leg (none at all last), shortest, by ids. */
function compareLoops(one: MoneyLoop, other: MoneyLoop): number {
  if (one.unknownLegs !== other.unknownLegs) return one.unknownLegs - other.unknownLegs;
  const [left, right] = [one.smallestKnownLegUsd ?? -1n, other.smallestKnownLegUsd ?? -1n];
  if (left !== right) return left > right ? -1 : 1;
  return one.companies.length - other.companies.length || compareIds(one.companies, other.companies);
}

/** Writes a cycle from its smallest id on. */
export function fromSmallest(cycle: readonly string[]): string[] {
  const start = cycle.reduce((smallest, id, at) => (id < (cycle[smallest] ?? id) ? at : smallest), 0);
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

/** The loops along these cycles of groups, the one that says most first. */
export async function describeLoops(
  cycles: readonly (readonly string[])[],
  legs: Legs,
  values: ReadonlyMap<string, DealValue>,
  signal?: AbortSignal,
): Promise<MoneyLoop[]> {
  const legBetween = createLegCache(legs, values);
  const loops: MoneyLoop[] = [];
  for (const cycle of cycles) {
    if (loops.length % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
    loops.push(describe(cycle, legBetween));
  }
  return loops.sort(compareLoops);
}
