/** What deals are worth, in their own currency and in US dollars. */
import type { Converted, Exchange } from '../model/exchange.js';
import type { Money } from '../model/money.js';
import type { Relationship } from '../snapshot/snapshot.js';

export interface DealValue extends Converted {
  readonly money: Money;
}

/** What a deal is worth, at the rate of the day on which it was signed; undefined where it has no amount. */
export const valueDeal = ({ amount, signedDay }: Relationship, exchange: Exchange): DealValue | undefined =>
  amount && { money: amount, ...exchange.toUsd(amount, signedDay) };

/** Of the deals that have an amount, what each is worth. */
export const valueDeals = (deals: readonly Relationship[], exchange: Exchange): DealValue[] =>
  deals.flatMap((deal) => valueDeal(deal, exchange) ?? []);
