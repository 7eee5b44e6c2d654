// Ids and amounts: what is one, and that no digit of an amount is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSchema, MAX_ID_LENGTH } from '../../src/model/id.js';
import { MAX_AMOUNT, moneySchema, signedMoneySchema } from '../../src/model/money.js';

describe('an id', () => {
  it.each(['openai', 'openai-aws-2025-11', '8090', 'a', '2-b', 'x'.repeat(MAX_ID_LENGTH)])('is %s', (id) => {
    expect(idSchema.parse(id)).toBe(id);
  });

  it.each([
    '',
    '-',
    'a-',
    '-a',
    'a--b',
    'A',
    'a b',
    'a_b',
    'a.b',
    'ä',
    'a\n',
    '\u0000',
    'x'.repeat(MAX_ID_LENGTH + 1),
    5,
    null,
  ])('is not %j', (id) => {
    expect(idSchema.safeParse(id).success).toBe(false);
  });

  it('is words of small letters and digits with single hyphens between, and nothing else', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'z', '0', '9', '-', '-', 'A', '_', ' ', 'é'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, (id) => {
        const isId = id.split('-').every((word) => word !== '' && /^[a-z0-9]*$/.test(word));
        expect(idSchema.safeParse(id).success).toBe(isId);
      }),
      { numRuns: 1_000 },
    );
  });
});

const won = (value: unknown) => ({ value, currency: 'KRW', basis: 'TOTAL' });

describe('an amount', () => {
  it('is the same to the unit, be it written as a number, a text or a bigint', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MAX_AMOUNT }), (value) => {
        expect(moneySchema.parse(won(value))).toEqual(won(value));
        expect(moneySchema.parse(won(value.toString()))).toEqual(won(value));
        if (value <= BigInt(Number.MAX_SAFE_INTEGER)) {
          expect(moneySchema.parse(won(Number(value)))).toEqual(won(value));
        }
      }),
    );
  });

  it.each([
    -1,
    -1n,
    '-1',
    0.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    MAX_AMOUNT + 1n,
    '9223372036854775808',
    '',
    '1e3',
    '0x10',
    ' 1',
    null,
    undefined,
    [],
    {},
  ])('is not %s', (value) => {
    expect(moneySchema.safeParse(won(value)).success).toBe(false);
  });

  it('may be below zero where a figure may, down to the same limit', () => {
    expect(signedMoneySchema.parse(won(-5))).toEqual(won(-5n));
    expect(signedMoneySchema.parse(won(-MAX_AMOUNT))).toEqual(won(-MAX_AMOUNT));
    expect(signedMoneySchema.safeParse(won(-MAX_AMOUNT - 1n)).success).toBe(false);
  });

  it('has a currency, a basis, and no more', () => {
    for (const money of [
      { value: 5, basis: 'TOTAL' },
      { value: 5, currency: 'usd', basis: 'TOTAL' },
      { value: 5, currency: 'USDT', basis: 'TOTAL' },
      { value: 5, currency: 'USD' },
      { value: 5, currency: 'USD', basis: 'total' },
      { value: 5, currency: 'USD', basis: 'TOTAL', note: '' },
      'USD 5',
      null,
    ]) {
      expect(moneySchema.safeParse(money).success).toBe(false);
    }
  });
});
