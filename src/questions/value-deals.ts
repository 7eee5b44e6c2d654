/** What deals are worth, in their own currency and in US dollars; only what sums need is read of them. */
import { type DayNumber, FIRST_DAY } from '../model/day.js';
import { dealPeriod } from '../model/deal.js';
import type { Converted } from '../model/exchange.js';
import type { Money } from '../model/money.js';
import { inBatches } from '../records/in-batches.js';
import { dayProperty } from '../records/stored-record.js';
import type { Reader } from '../store/graph-store.js';
import { readExchange } from './read-exchange.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

export interface DealValue extends Converted {
  readonly money: Money;
}

const BATCH_SIZE = 5_000;

/** The day on which the node `deal` was signed, as Cypher; what a deal is worth is told at the rate of that day. */
export const signedDayOfDeal = `coalesce(${dealPeriod.signed.map((name) => `deal.${dayProperty(name)}`).join(', ')}, ${FIRST_DAY})`;

// Lists instead of rows, for many rows of many values take the engines' drivers several times as long to hand over.
// A list takes no nulls in, so those of the amounts are about the same deals in the same order.
/** The end of a statement that gives the amounts of the deals `deal` in the column `amounts`: a row of `AmountLists`. */
export const returnAmounts = `
WITH collect(CASE WHEN deal.amountValue IS NOT NULL THEN deal.id END) AS ids,
  collect(deal.amountValue) AS values,
  collect(deal.amountCurrency) AS currencies,
  collect(deal.amountBasis) AS bases,
  collect(CASE WHEN deal.amountValue IS NOT NULL THEN ${signedDayOfDeal} END) AS signedDays,
  collect(CASE WHEN deal.announcedOn IS NULL THEN deal.id END) AS unannounced
RETURN {
  ids: ids, values: values, currencies: currencies, bases: bases, signedDays: signedDays, unannounced: unannounced
} AS amounts`;

const amountsOf = `
UNWIND $ids AS id
MATCH (deal:Entity {id: id})${returnAmounts}`;

export interface AmountLists {
  readonly ids: readonly string[];
  readonly values: readonly (number | bigint)[];
  readonly currencies: readonly string[];
  readonly bases: readonly Money['basis'][];
  readonly signedDays: readonly DayNumber[];
  /** The deals without an announcement. */
  readonly unannounced: readonly string[];
}

/** What some deals are worth, as it has been read before. */
export interface KnownAmounts {
  readonly deals: readonly string[];
  readonly amounts: AmountLists;
}

export interface DealValues {
  /** Of a deal with an amount, what it is worth. */
  get(deal: string): DealValue | undefined;
  all(): readonly DealValue[];
  /** Whether an announcement began it; standing links have none. */
  isAnnounced(deal: string): boolean;
}

const moneyAt = ({ values, currencies, bases }: AmountLists, at: number): Money | undefined => {
  const [value, currency, basis] = [values[at], currencies[at], bases[at]];
  if (value === undefined || currency === undefined || basis === undefined) return undefined;
  return { value: BigInt(value), currency, basis };
};

async function readAmounts(reader: Reader, deals: readonly string[]): Promise<AmountLists[]> {
  const lists: AmountLists[] = [];
  for (const ids of inBatches(deals, BATCH_SIZE)) {
    const rows = await reader.run<{ amounts: AmountLists }>(amountsOf, { ids });
    lists.push(...rows.map(({ amounts }) => amounts));
  }
  return lists;
}

/** Reads what the deals are worth, but for those that are known. */
export async function valueDeals(
  reader: Reader,
  deals: readonly string[],
  signal?: AbortSignal,
  known: readonly KnownAmounts[] = [],
): Promise<DealValues> {
  const wanted = new Set(deals);
  const isKnown = new Set(known.flatMap((one) => one.deals));
  const lists = [
    ...known.map(({ amounts }) => amounts),
    ...(await readAmounts(
      reader,
      deals.filter((deal) => !isKnown.has(deal)),
    )),
  ];
  const found = new Map<string, { money: Money; signedDay: DayNumber }>();
  for (const list of lists) {
    for (const [at, id] of list.ids.entries()) {
      if (found.size % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
      const money = moneyAt(list, at);
      if (money !== undefined && wanted.has(id))
        found.set(id, { money, signedDay: list.signedDays[at] ?? FIRST_DAY });
    }
  }
  const exchange = await readExchange(
    reader,
    new Set([...found.values()].map(({ money }) => money.currency)),
  );
  const valued = new Map<string, DealValue>();
  for (const [id, { money, signedDay }] of found) {
    if (valued.size % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
    const { usd, rate } = exchange.toUsd(money, signedDay);
    valued.set(id, { money, usd, rate });
  }
  const unannounced = new Set(lists.flatMap((list) => list.unannounced));
  return {
    get: (deal) => valued.get(deal),
    all: () => [...valued.values()],
    isAnnounced: (deal) => !unannounced.has(deal),
  };
}
