/** What the answers about money share. */
import { Int } from 'type-graphql';
import { amountBasis } from '../../model/vocabularies.js';
import type { MoneySum } from '../../questions/money-sums.js';
import { answerType, nullable, records, value } from '../types/answer.js';
import { enumOf } from '../types/enums.js';
import { BigIntScalar } from '../types/scalars.js';

/** The rates that an answer was converted at. */
export const rates = records<{ readonly rates: readonly string[] }>(
  'ExchangeRate',
  'The reference rates that dollars were worked out at; none where all was in dollars.',
  (root) => root.rates,
);

export const dollars = (description: string) => nullable(value(() => BigIntScalar, description));

export const moneySum = answerType<MoneySum>(
  'MoneySum',
  'The sum of amounts of one currency and one basis; others are never mixed in.',
  {
    currency: value(() => String, 'The currency: ISO 4217, such as USD.'),
    basis: value(() => enumOf(amountBasis), 'What the amounts count.'),
    value: value(() => BigIntScalar, 'The sum, in units of the currency.'),
    usd: dollars('The sum in US dollars; null where there is no rate for the currency.'),
    rates,
    deals: value(() => Int, 'How many deals the sum is of.'),
  },
);

export const sums = value(() => [moneySum.type], 'The sums, by currency and basis.');
