/** Reads the reference rates that some amounts need. */
import { createExchange, type DatedRate, type Exchange } from '../model/exchange.js';
import type { Reader } from '../store/graph-store.js';

const ratesOf = `
MATCH (rate:ExchangeRate)
WHERE rate.currency IN $currencies
RETURN rate.id AS id, rate.currency AS currency, rate.usdPerUnit AS usdPerUnit, rate.onDay AS day
ORDER BY day, id`;

/** The exchange of these currencies; dollars need no rate. */
export async function readExchange(reader: Reader, currencies: ReadonlySet<string>): Promise<Exchange> {
  const foreign = [...currencies].filter((currency) => currency !== 'USD').sort();
  if (foreign.length === 0) return createExchange([]);
  return createExchange(await reader.run<DatedRate>(ratesOf, { currencies: foreign }));
}
