// Who both pays X and is paid by X: what goes out and what comes in, from all six kinds of deal.
import type { Facts } from './facts.js';
import { type Link, payLinks } from './flows.js';
import { groupOf, groupsOf } from './groups.js';
import type { View } from './in-force.js';
import { type LegSums, sumLeg } from './leg-sums.js';
import type { Rate } from './money.js';
import { sortedUnique } from './sorted.js';

export interface ReciprocityQuestion extends View {
  of: string;
  rates: Rate[];
  /** Also counterparties that only pay or are only paid; their other side has no deals and null sums. */
  includeOneWay?: boolean;
}

type Side = { deals: string[] } & LegSums;

export interface Reciprocity {
  counterparty: string;
  moneyOut: Side;
  moneyIn: Side;
}

/** By id of the counterparty's group. The two sides are the legs of a money loop of two. */
export function slowReciprocity(facts: Facts, question: ReciprocityQuestion): Reciprocity[] {
  const group = groupOf(groupsOf(facts, question), question.of);
  const links = payLinks(facts, question);
  const out = links.filter(({ payerGroup }) => payerGroup === group);
  const back = links.filter(({ payeeGroup }) => payeeGroup === group);
  const side = (own: Link[]): Side => ({
    deals: sortedUnique(own.map(({ deal }) => deal.id)),
    ...sumLeg(
      own.map(({ deal }) => deal),
      question.rates,
    ),
  });

  const counterparties = [
    ...out.map(({ payeeGroup }) => payeeGroup),
    ...back.map(({ payerGroup }) => payerGroup),
  ];
  return sortedUnique(counterparties)
    .map((counterparty) => ({
      counterparty,
      moneyOut: side(out.filter(({ payeeGroup }) => payeeGroup === counterparty)),
      moneyIn: side(back.filter(({ payerGroup }) => payerGroup === counterparty)),
    }))
    .filter(
      ({ moneyOut, moneyIn }) =>
        question.includeOneWay || (moneyOut.deals.length > 0 && moneyIn.deals.length > 0),
    );
}
