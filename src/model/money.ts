/** Money: an exact whole amount of a currency, and what it counts. */
import { z } from 'zod';
import { type AmountBasis, amountBasis } from './vocabularies.js';

export interface Money {
  readonly value: bigint;
  /** ISO 4217, such as USD. */
  readonly currency: string;
  readonly basis: AmountBasis;
}

/** The largest amount that both engines store exactly (64-bit signed). */
export const MAX_AMOUNT = 2n ** 63n - 1n;

const NOT_WHOLE = 'an amount is a whole number, such as 38000000000';

const wholeNumber = z
  .union([z.bigint(), z.int(), z.string().regex(/^-?\d{1,19}$/, NOT_WHOLE)], { error: NOT_WHOLE })
  .transform((value) => BigInt(value))
  .refine((value) => value <= MAX_AMOUNT && value >= -MAX_AMOUNT, `an amount is at most ${MAX_AMOUNT}`);

const moneySchemaOf = (value: z.ZodType<bigint>): z.ZodType<Money> =>
  z.strictObject(
    {
      value,
      currency: z
        .string({ error: 'a currency is a code of three letters, such as USD' })
        .regex(/^[A-Z]{3}$/, 'a currency is a code of three capital letters, such as USD'),
      basis: z.enum(amountBasis.values, { error: `a basis is one of ${amountBasis.values.join(', ')}` }),
    },
    {
      error: (issue) =>
        issue.code === 'invalid_type'
          ? 'money is written {value: 38000000000, currency: USD, basis: TOTAL}'
          : undefined,
    },
  );

export const signedMoneySchema = moneySchemaOf(wholeNumber);

export const moneySchema = moneySchemaOf(
  wholeNumber.refine((value) => value >= 0n, 'an amount is not negative'),
);
