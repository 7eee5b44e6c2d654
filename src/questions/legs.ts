/** Payments between groups, gathered into legs: all the deals from one payer to one payee. */
import { type DayNumber, FIRST_DAY, OPEN_DAY } from '../model/day.js';

export interface PaymentEdge {
  readonly deal: string;
  readonly payer: string;
  readonly payee: string;
  readonly fromDay: DayNumber;
  readonly toDay: DayNumber;
}

export interface Leg {
  readonly deals: readonly string[];
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
  /** The groups that this one pays. */
  payeesOf(payer: string): readonly string[];
  /** All groups that pay or are paid, in order of their ids. */
  groups(): string[];
  legOf(payer: string, payee: string): Leg;
}

interface GrowingLeg {
  deals: string[];
  fromDay: DayNumber;
  toDay: DayNumber;
}

export function createLegs(): Legs {
  const seen = new Set<string>();
  const byPayer = new Map<string, Map<string, GrowingLeg>>();

  function legBetween(payer: string, payee: string): GrowingLeg {
    const ofPayer = byPayer.get(payer) ?? new Map<string, GrowingLeg>();
    byPayer.set(payer, ofPayer);
    const leg = ofPayer.get(payee) ?? { deals: [], fromDay: OPEN_DAY, toDay: FIRST_DAY };
    ofPayer.set(payee, leg);
    return leg;
  }

  return {
    add({ deal, payer, payee, fromDay, toDay }) {
      if (seen.has(deal)) return;
      seen.add(deal);
      if (payer === payee) return;
      const leg = legBetween(payer, payee);
      leg.deals.push(deal);
      leg.fromDay = Math.min(leg.fromDay, fromDay);
      leg.toDay = Math.max(leg.toDay, toDay);
    },
    get size() {
      return seen.size;
    },
    payeesOf: (payer) => [...(byPayer.get(payer)?.keys() ?? [])],
    groups: () => [...new Set([...byPayer].flatMap(([payer, legs]) => [payer, ...legs.keys()]))].sort(),
    legOf(payer, payee) {
      const leg = legBetween(payer, payee);
      return { ...leg, deals: [...leg.deals].sort() };
    },
  };
}
