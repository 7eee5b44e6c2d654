// Random amounts, and the rates that turn them into US dollars.
import fc from 'fast-check';
import type { Money } from '../oracle/facts.js';
import type { Rate } from '../oracle/money.js';
import { fullDay, randomDayNumber } from './random-dates.js';

/** Ordinary objects: fast-check's records otherwise sometimes have no prototype, as no YAML ever gives. */
const PLAIN = { noNullPrototype: true };

/** Whole amounts, now and then beyond what a JavaScript number can hold exactly, but within 64 bits as stores need. */
export const randomMoney: fc.Arbitrary<Money> = fc.record(
  {
    value: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<number | bigint>(1, 7, 100, 1_000_000, 38_000_000_000) },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 1_000_000_000_000 }) },
      fc.bigInt({ min: 2n ** 53n, max: 2n ** 62n }),
    ),
    currency: fc.oneof({ weight: 3, arbitrary: fc.constant('USD') }, fc.constantFrom('EUR', 'KRW', 'CHF')),
    basis: fc.oneof(
      { weight: 2, arbitrary: fc.constant('TOTAL' as const) },
      fc.constantFrom('UP_TO' as const, 'AT_LEAST' as const, 'ESTIMATE' as const, 'PER_YEAR' as const),
    ),
  },
  PLAIN,
);

const randomPrice = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 7 }))
  .map(([digits, places]) => {
    const text = String(digits).padStart(places + 1, '0');
    return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  });

/** Rates for EUR, KRW and sometimes CHF, so that some amounts cannot be converted; one a currency and day. */
export const randomRates: fc.Arbitrary<Rate[]> = fc.uniqueArray(
  fc.record(
    {
      currency: fc.constantFrom('EUR', 'KRW', 'EUR', 'KRW', 'CHF'),
      usdPerUnit: randomPrice,
      on: randomDayNumber.map(fullDay),
    },
    PLAIN,
  ),
  { maxLength: 6, selector: ({ currency, on }) => `${currency} ${on}` },
);
