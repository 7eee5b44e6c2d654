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
const amounts = `
UNWIND $ids AS id
MATCH (deal:Entity {id: id})
RETURN collect(CASE WHEN deal.amountValue IS NOT NULL THEN id END) AS ids,
  collect(deal.amountValue) AS values,
  collect(deal.amountCurrency) AS currencies,
  collect(deal.amountBasis) AS bases,
  collect(CASE WHEN deal.amountValue IS NOT NULL THEN ${signedDayOfDeal} END) AS signedDays,
  collect(CASE WHEN deal.announcedOn IS NULL THEN id END) AS unannounced`;

interface Row {
  readonly ids: readonly string[];
  readonly values: readonly (number | bigint)[];
  readonly currencies: readonly string[];
  readonly bases: readonly Money['basis'][];
  readonly signedDays: readonly DayNumber[];
  readonly unannounced: readonly string[];
}

export interface DealValues {
  /** Of a deal with an amount, what it is worth. */
  get(deal: string): DealValue | undefined;
  all(): readonly DealValue[];
  /** Whether an announcement began it; standing links have none. */
  isAnnounced(deal: string): boolean;
}

const moneyAt = ({ values, currencies, bases }: Row, at: number): Money | undefined => {
  const [value, currency, basis] = [values[at], currencies[at], bases[at]];
  if (value === undefined || currency === undefined || basis === undefined) return undefined;
  return { value: BigInt(value), currency, basis };
};

export async function valueDeals(
  reader: Reader,
  deals: readonly string[],
  signal?: AbortSignal,
): Promise<DealValues> {
  const rows: Row[] = [];
  for (const ids of inBatches(deals, BATCH_SIZE)) rows.push(...(await reader.run<Row>(amounts, { ids })));
  const currencies = new Set<string>();
  for (const row of rows) for (const currency of row.currencies) currencies.add(currency);
  const exchange = await readExchange(reader, currencies);

  const valued = new Map<string, DealValue>();
  for (const row of rows) {
    for (const [at, id] of row.ids.entries()) {
      if (valued.size % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
      const money = moneyAt(row, at);
      if (money === undefined) continue;
      const { usd, rate } = exchange.toUsd(money, row.signedDays[at] ?? FIRST_DAY);
      valued.set(id, { money, usd, rate });
    }
  }
  const unannounced = new Set(rows.flatMap((row) => row.unannounced));
  return {
    get: (deal) => valued.get(deal),
    all: () => [...valued.values()],
    isAnnounced: (deal) => !unannounced.has(deal),
  };
}
