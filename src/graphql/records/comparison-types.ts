/** The comparisons that filters are made of: one input type for each sort of value. */
import { Float, ID, InputType, Int } from 'type-graphql';
import { addField, createClass, type FieldDescription, type GraphQLClass } from '../types/decorate.js';
import { BigIntScalar, DayScalar } from '../types/scalars.js';

type Comparison = 'eq' | 'in' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains';

const meanings: Readonly<Record<Comparison, string>> = {
  eq: 'It is this.',
  in: 'It is one of these.',
  lt: 'It is less than this.',
  lte: 'It is this or less.',
  gt: 'It is more than this.',
  gte: 'It is this or more.',
  contains: 'It has this in it.',
};

const ordered: readonly Comparison[] = ['eq', 'in', 'lt', 'lte', 'gt', 'gte'];

function createComparisons(
  name: string,
  description: string,
  type: () => unknown,
  comparisons: readonly Comparison[],
): GraphQLClass {
  const created = createClass(name);
  InputType(name, { description })(created);
  for (const comparison of comparisons) {
    addField(created, {
      name: comparison,
      description: meanings[comparison],
      isNullable: true,
      type: comparison === 'in' ? () => [type()] : type,
    });
  }
  return created;
}

/** Beside the comparisons of a value: whether there is one. */
export const exists: FieldDescription = {
  name: 'exists',
  description: 'true: it has a value; false: it has none.',
  isNullable: true,
  type: () => Boolean,
};

/** The comparisons of what may have no value. */
export function createOptionalComparisons(...given: Parameters<typeof createComparisons>): GraphQLClass {
  const created = createComparisons(...given);
  addField(created, exists);
  return created;
}

export const TextFilter = createOptionalComparisons(
  'TextFilter',
  'Compares a text; `contains` does not mind the case.',
  () => String,
  ['eq', 'in', 'contains'],
);
export const IdFilter = createOptionalComparisons('IdFilter', 'Compares an id.', () => ID, ['eq', 'in']);
export const IntFilter = createOptionalComparisons(
  'IntFilter',
  'Compares a whole number.',
  () => Int,
  ordered,
);
export const FloatFilter = createOptionalComparisons(
  'FloatFilter',
  'Compares a number.',
  () => Float,
  ordered,
);
export const BigIntFilter = createOptionalComparisons(
  'BigIntFilter',
  'Compares a whole number of any size.',
  () => BigIntScalar,
  ordered,
);
export const FlagFilter = createOptionalComparisons('FlagFilter', 'Compares a flag.', () => Boolean, ['eq']);
export const DayFilter = createOptionalComparisons(
  'DayFilter',
  'Compares a date. An imprecise one is a period: eq "2026" means within 2026, lt before all of it, gt after all of it.',
  () => DayScalar,
  ordered,
);

/** A list is compared by what is in it, and by how much. */
export function createListComparisons(name: string, description: string, type: () => unknown): GraphQLClass {
  const created = createComparisons(name, description, type, ['contains']);
  addField(created, {
    name: 'count',
    description: 'How many there are.',
    isNullable: true,
    type: () => IntFilter,
  });
  return created;
}

export const TextListFilter = createListComparisons(
  'TextListFilter',
  'Compares a list of texts.',
  () => String,
);
export const IdListFilter = createListComparisons('IdListFilter', 'Compares a list of ids.', () => ID);
