/** Random filters and orders for any list of records. */
import fc from 'fast-check';
import type { FieldSpec } from '../../src/model/field.js';
import type { Filter } from '../../src/records/filter.js';
import { type Listing, sortOrders } from '../../src/records/listing.js';
import { amounts, currencies, days, decimals, numbers, texts } from '../support/random-records.js';

type Comparisons = fc.Arbitrary<Record<string, unknown>>;

/** One comparison, seldom two or none; by each operator that the list names. */
function comparisonsOf<Value>(value: fc.Arbitrary<Value>, operators: readonly string[]): Comparisons {
  const one = (operator: string): fc.Arbitrary<Record<string, unknown>> => {
    if (operator === 'exists') return fc.boolean().map((exists) => ({ exists }));
    return (operator === 'in' ? fc.array(value, { maxLength: 5 }) : value).map((given) => ({
      [operator]: given,
    }));
  };
  const any = fc.oneof(...operators.map(one));
  return fc.oneof(
    { weight: 8, arbitrary: any },
    { weight: 1, arbitrary: fc.tuple(any, any).map(([first, second]) => ({ ...first, ...second })) },
    { weight: 1, arbitrary: fc.constant({}) },
  );
}

const ordered = ['eq', 'in', 'lt', 'lte', 'gt', 'gte', 'exists'];
const among = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const textParts = fc.oneof(
  among(texts),
  among(['', 'A', 'ph', 'ω', 'STRA', 'ß', 'σ', 'i', 'É', '株', '🚀', '%', '_', "'}", '2', ':']),
);
const bigger = among([...amounts, 3n, 2n ** 53n + 2n, 2n ** 63n - 1n]);

function moneyComparisons(): Comparisons {
  return fc.oneof(
    fc.boolean().map((exists) => ({ exists })),
    comparisonsOf(bigger, ordered).map((value) => ({ value })),
    comparisonsOf(among(currencies), ['eq', 'in', 'contains', 'exists']).map((currency) => ({ currency })),
    comparisonsOf(among(['TOTAL', 'UP_TO', 'PER_YEAR']), ['eq', 'in', 'exists']).map((basis) => ({ basis })),
  );
}

function listComparisons(item: fc.Arbitrary<unknown>): Comparisons {
  const count = comparisonsOf(among([0, 1, 2, 3]), ordered).map((inner) => ({ count: inner }));
  return fc.oneof({ weight: 2, arbitrary: comparisonsOf(item, ['contains']) }, count);
}

/** The ids of the records of a kind, or of all that share an interface. */
export type IdsOf = (name: string) => readonly string[];

function fieldComparisons(field: FieldSpec, idsOf: IdsOf): Comparisons {
  const isList = 'isList' in field && field.isList;
  switch (field.type) {
    case 'text':
      return isList
        ? listComparisons(among(texts))
        : comparisonsOf(textParts, ['eq', 'in', 'contains', 'contains', 'exists']);
    case 'choice': {
      const words = among(field.vocabulary.values);
      return isList ? listComparisons(words) : comparisonsOf(words, ['eq', 'in', 'exists']);
    }
    case 'reference': {
      const ids = among(idsOf(field.to));
      return isList ? listComparisons(ids) : comparisonsOf(ids, ['eq', 'in', 'in', 'exists']);
    }
    case 'number':
      return comparisonsOf(among(field.isInteger ? [...numbers, 3] : [...decimals, 49.95]), ordered);
    case 'flag':
      return comparisonsOf(fc.boolean(), ['eq', 'exists']);
    case 'day':
      return comparisonsOf(among(days), ordered);
    case 'money':
      return moneyComparisons();
  }
}

/** A filter of a few comparisons, joined in every way. */
export function randomFilter({ name: list, fields }: Listing, idsOf: IdsOf): fc.Arbitrary<Filter> {
  const comparison = fc.oneof(
    comparisonsOf(among(idsOf(list)), ['eq', 'in', 'exists']).map((id): Filter => ({ id })),
    ...Object.entries(fields).map(([name, field]) =>
      fieldComparisons(field, idsOf).map((comparisons): Filter => ({ [name]: comparisons })),
    ),
  );
  const joined = (inner: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> =>
    fc.oneof(
      fc.array(inner, { maxLength: 3 }).map((and): Filter => ({ and })),
      fc.array(inner, { maxLength: 3 }).map((or): Filter => ({ or })),
      inner.map((not): Filter => ({ not })),
      fc.tuple(inner, inner).map(([one, other]): Filter => ({ ...one, ...other })),
    );
  return fc.oneof(
    { weight: 2, arbitrary: comparison },
    { weight: 2, arbitrary: joined(comparison) },
    { weight: 1, arbitrary: joined(joined(comparison)) },
  );
}

export const randomOrder = (listing: Listing) => fc.constantFrom(...sortOrders(listing));
