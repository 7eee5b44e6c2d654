/** Payments between groups, gathered into legs: all the deals from one payer to one payee. */
import { type DayNumber, FIRST_DAY, OPEN_DAY } from '../model/day.js';
import type { Relationship } from '../snapshot/snapshot.js';

export interface PaymentEdge {
  readonly deal: Relationship;
  readonly payer: string;
  readonly payee: string;
  readonly fromDay: DayNumber;
  readonly toDay: DayNumber;
}

export interface Leg {
  readonly deals: readonly Relationship[];
  /** The earliest start of its deals. */
  readonly fromDay: DayNumber;
  /** The latest end of its deals. */
  readonly toDay: DayNumber;
}

export interface Legs {
  /** Takes a deal in, once however often it comes. A group that pays itself makes no leg. */
  add(edge: PaymentEdge): void;
  /** How many different deals came. */
  readonly size: number;
  /** The groups in the order in which they came; a group's place is its number. */
  readonly groups: readonly string[];
  /** The numbers of the groups that each group pays, by its number. */
  payees(): number[][];
  /** The leg from one group to another; undefined where there is none. */
  find(payer: string, payee: string): Leg | undefined;
}

interface GrowingLeg {
  readonly deals: Relationship[];
  fromDay: DayNumber;
  toDay: DayNumber;
}

export function createLegs(): Legs {
  const seen = new Set<string>();
  const groups: string[] = [];
  const numbers = new Map<string, number>();
  const legsOfPayer: Map<number, GrowingLeg>[] = [];

  function numberOf(group: string): number {
    const known = numbers.get(group);
    if (known !== undefined) return known;
    numbers.set(group, groups.length);
    legsOfPayer.push(new Map());
    return groups.push(group) - 1;
  }

  function legBetween(payer: string, payee: string): GrowingLeg {
    const [from, to] = [numberOf(payer), numberOf(payee)];
    const known = legsOfPayer[from]?.get(to);
    if (known !== undefined) return known;
    const leg = { deals: [], fromDay: OPEN_DAY, toDay: FIRST_DAY };
    legsOfPayer[from]?.set(to, leg);
    return leg;
  }

  return {
    add({ deal, payer, payee, fromDay, toDay }) {
      if (seen.has(deal.id)) return;
      seen.add(deal.id);
      if (payer === payee) return;
      const leg = legBetween(payer, payee);
      leg.deals.push(deal);
      leg.fromDay = Math.min(leg.fromDay, fromDay);
      leg.toDay = Math.max(leg.toDay, toDay);
    },
    get size() {
      return seen.size;
    },
    groups,
    payees: () => legsOfPayer.map((legs) => [...legs.keys()]),
    find: (payer, payee) => legsOfPayer[numbers.get(payer) ?? -1]?.get(numbers.get(payee) ?? -1),
  };
}
