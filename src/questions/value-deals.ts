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
  /** Absent where the deal has no amount; then `usd` is null too. */
  readonly money?: Money;
  /** Absent for a standing link that no announcement began. */
  readonly announcedDay?: DayNumber;
}

const BATCH_SIZE = 5_000;
/** Stands for an amount that is not there, in a list that may hold no null; amounts of deals are not negative. */
const NO_AMOUNT = -1;

/** The day on which the node `deal` was signed, as Cypher; what a deal is worth is told at the rate of that day. */
export const signedDayOfDeal = `coalesce(${dealPeriod.signed.map((name) => `deal.${dayProperty(name)}`).join(', ')}, ${FIRST_DAY})`;

// Lists instead of rows, for a row of many values takes the engines' drivers several times as long to hand over.
const amounts = `
UNWIND $ids AS id
MATCH (deal:Entity {id: id})
RETURN collect(id) AS ids,
  collect(coalesce(deal.amountValue, ${NO_AMOUNT})) AS values,
  collect(coalesce(deal.amountCurrency, '')) AS currencies,
  collect(coalesce(deal.amountBasis, '')) AS bases,
  collect(coalesce(deal.announcedOnDay, ${FIRST_DAY})) AS announcedDays,
  collect(${signedDayOfDeal}) AS signedDays`;

interface Row {
  readonly ids: readonly string[];
  readonly values: readonly (number | bigint)[];
  readonly currencies: readonly string[];
  readonly bases: readonly Money['basis'][];
  readonly announcedDays: readonly DayNumber[];
  readonly signedDays: readonly DayNumber[];
}

const moneyAt = ({ values, currencies, bases }: Row, at: number): Money | undefined => {
  const [value, currency, basis] = [values[at], currencies[at], bases[at]];
  if (value === undefined || currency === undefined || basis === undefined) return undefined;
  return Number(value) === NO_AMOUNT ? undefined : { value: BigInt(value), currency, basis };
};

/** The values of these deals by their ids. */
export async function valueDeals(
  reader: Reader,
  deals: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, DealValue>> {
  const rows: Row[] = [];
  for (const ids of inBatches(deals, BATCH_SIZE)) rows.push(...(await reader.run<Row>(amounts, { ids })));
  const currencies = new Set(rows.flatMap((row) => [...new Set(row.currencies)]));
  currencies.delete('');
  const exchange = await readExchange(reader, currencies);

  const valued = new Map<string, DealValue>();
  for (const row of rows) {
    for (const [at, id] of row.ids.entries()) {
      if (valued.size % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
      const money = moneyAt(row, at);
      const announcedDay = row.announcedDays[at] ?? FIRST_DAY;
      valued.set(id, {
        ...(money === undefined
          ? { usd: null, rate: null }
          : { money, ...exchange.toUsd(money, row.signedDays[at] ?? FIRST_DAY) }),
        ...(announcedDay !== FIRST_DAY && { announcedDay }),
      });
    }
  }
  return valued;
}
