/** What loops of payments come to: their legs, their periods, and which of them say most. */
import type { Day, DayNumber } from '../model/day.js';
import { toDayOrNull } from '../model/day-text.js';
import type { Exchange } from '../model/exchange.js';
import { compareIds } from './compare-ids.js';
import { valueDeals } from './deal-value.js';
import type { Legs } from './legs.js';
import { type PaidUsd, sumPaid } from './money-sums.js';
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
  /** The least known ceiling; null where none is known. Legs are never added: that counts a dollar several times. */
  readonly smallestKnownLegUsd: bigint | null;
  /** The latest of the legs' earliest starts; null where all have always held. */
  readonly since: Day | null;
  /** The earliest of the legs' latest ends; null where all are open. */
  readonly until: Day | null;
}

interface DatedLeg extends MoneyLeg {
  readonly fromDay: DayNumber;
  readonly toDay: DayNumber;
}

interface RankedLoop extends Pick<MoneyLoop, 'companies' | 'unknownLegs' | 'smallestKnownLegUsd'> {
  readonly legs: readonly DatedLeg[];
}

/** Gives the leg from one group to another. Each is on many loops, so it is summed once. */
function sumLegs(legs: Legs, exchange: Exchange) {
  const summed = new Map<string, Map<string, DatedLeg>>();
  return (payer: string, payee: string): DatedLeg | undefined => {
    const ofPayer = summed.get(payer) ?? new Map<string, DatedLeg>();
    summed.set(payer, ofPayer);
    const known = ofPayer.get(payee);
    const found = known === undefined ? legs.find(payer, payee) : undefined;
    if (found === undefined) return known;
    const paid = sumPaid(valueDeals(found.deals, exchange));
    const { fromDay, toDay } = found;
    const leg = { payer, payee, deals: found.deals.map(({ id }) => id).sort(), ...paid, fromDay, toDay };
    ofPayer.set(payee, leg);
    return leg;
  };
}

const least = (amounts: readonly bigint[]): bigint | null =>
  amounts.reduce<bigint | null>((found, amount) => (found === null || amount < found ? amount : found), null);

function rank(companies: readonly string[], legBetween: ReturnType<typeof sumLegs>): RankedLoop {
  const legs = companies.flatMap(
    (payer, at) => legBetween(payer, companies[(at + 1) % companies.length] ?? payer) ?? [],
  );
  const ceilings = legs.flatMap(({ ceilingUsd }) => ceilingUsd ?? []);
  return {
    companies,
    legs,
    unknownLegs: legs.length - ceilings.length,
    smallestKnownLegUsd: least(ceilings),
  };
}

const describe = ({ legs, ...loop }: RankedLoop): MoneyLoop => ({
  ...loop,
  legs: legs.map(({ fromDay: _from, toDay: _to, ...leg }) => leg),
  since: toDayOrNull(Math.max(...legs.map(({ fromDay }) => fromDay))),
  until: toDayOrNull(Math.min(...legs.map(({ toDay }) => toDay))),
});

/** Of two loops of the same length, by the first ids that differ. */
function compareCompanies(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((id, index) => id !== other[index]);
  return compareIds(one[at] ?? '', other[at] ?? '');
}

/** Fewest unknown legs, largest least known leg (none at all last), shortest, by ids. */
function compareLoops(one: RankedLoop, other: RankedLoop): number {
  if (one.unknownLegs !== other.unknownLegs) return one.unknownLegs - other.unknownLegs;
  const [left, right] = [one.smallestKnownLegUsd ?? -1n, other.smallestKnownLegUsd ?? -1n];
  if (left !== right) return left > right ? -1 : 1;
  return one.companies.length - other.companies.length || compareCompanies(one.companies, other.companies);
}

/** The loops along these cycles of groups: the `limit` that say most, the one that says most first. */
export async function describeLoops(
  cycles: readonly (readonly string[])[],
  legs: Legs,
  exchange: Exchange,
  limit: number,
  signal?: AbortSignal,
): Promise<MoneyLoop[]> {
  const legBetween = sumLegs(legs, exchange);
  const loops: RankedLoop[] = [];
  for (const cycle of cycles) {
    if (loops.length % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
    loops.push(rank(cycle, legBetween));
  }
  return loops.sort(compareLoops).slice(0, limit).map(describe);
}
