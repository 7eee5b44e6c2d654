import { amountBasis } from '../../model/vocabularies.js';
import { createObjectType } from './decorate.js';
import { enumOf } from './enums.js';
import { BigIntScalar } from './scalars.js';

const isNullable = false;

export const MoneyType = createObjectType(
  'Money',
  'An exact amount and what it counts. Example: `{ value: 38000000000, currency: "USD", basis: TOTAL }`.',
  [
    {
      name: 'value',
      description: 'The whole amount, in units of the currency: 38000000000.',
      isNullable,
      type: () => BigIntScalar,
    },
    { name: 'currency', description: 'The currency: ISO 4217, such as USD.', isNullable, type: () => String },
    { name: 'basis', description: 'What the amount counts.', isNullable, type: () => enumOf(amountBasis) },
  ],
);
