/** The filter of each kind: one input type whose fields take the comparisons that make sense for them. */
import { Float, InputType, Int } from 'type-graphql';
import type { ChoiceField, FieldSpec } from '../../model/field.js';
import { amountBasis } from '../../model/vocabularies.js';
import type { Listing } from '../../records/listing.js';
import { addField, createClass, type GraphQLClass } from '../types/decorate.js';
import { enumOf } from '../types/enums.js';
import { outputType } from '../types/output-type.js';
import { BigIntScalar } from '../types/scalars.js';
import {
  BigIntFilter,
  createListComparisons,
  createOptionalComparisons,
  DayFilter,
  exists,
  FlagFilter,
  FloatFilter,
  IdFilter,
  IdListFilter,
  IntFilter,
  TextFilter,
  TextListFilter,
} from './comparison-types.js';

const byType = new Map<unknown, GraphQLClass>([
  [Int, IntFilter],
  [Float, FloatFilter],
  [BigIntScalar, BigIntFilter],
]);

const choiceFilters = new Map<string, GraphQLClass>();

function choiceFilter({ vocabulary, isList }: Pick<ChoiceField, 'vocabulary' | 'isList'>): GraphQLClass {
  const name = `${vocabulary.name}${isList ? 'List' : ''}Filter`;
  const known = choiceFilters.get(name);
  if (known !== undefined) return known;
  const type = () => enumOf(vocabulary);
  const created = isList
    ? createListComparisons(name, `Compares a list of ${vocabulary.name}.`, type)
    : createOptionalComparisons(name, `Compares a ${vocabulary.name}.`, type, ['eq', 'in']);
  choiceFilters.set(name, created);
  return created;
}

const basisFilter = choiceFilter({ vocabulary: amountBasis, isList: false });

const MoneyFilter = createClass('MoneyFilter');
InputType('MoneyFilter', { description: 'Compares an amount by its parts; currencies are not converted.' })(
  MoneyFilter,
);
for (const [name, description, type] of [
  ['value', 'The whole amount.', BigIntFilter],
  ['currency', 'The currency.', TextFilter],
  ['basis', 'What the amount counts.', basisFilter],
] as const) {
  addField(MoneyFilter, { name, description, isNullable: true, type: () => type });
}
addField(MoneyFilter, exists);

function filterOf(field: FieldSpec): GraphQLClass {
  switch (field.type) {
    case 'text':
      return field.isList ? TextListFilter : TextFilter;
    case 'reference':
      return field.isList ? IdListFilter : IdFilter;
    case 'choice':
      return choiceFilter(field);
    case 'day':
      return DayFilter;
    case 'money':
      return MoneyFilter;
    case 'flag':
      return FlagFilter;
    case 'number':
      return byType.get(outputType(field)) ?? FloatFilter;
  }
}

/** The input type of a listing's filter. */
export function createFilterType({ name, fields }: Listing): GraphQLClass {
  const typeName = `${name}Filter`;
  const created = createClass(typeName);
  InputType(typeName, {
    description: `What ${name} records to list. Fields beside each other must all fit. Example: \`{ id: { in: ["..."] } }\`.`,
  })(created);
  const isNullable = true;
  addField(created, { name: 'id', description: 'The id.', isNullable, type: () => IdFilter });
  for (const [field, spec] of Object.entries(fields)) {
    // Made now: a thunk would make it while the schema is built, which is too late for the schema to hold it.
    const filter = filterOf(spec);
    addField(created, { name: field, description: spec.description, isNullable, type: () => filter });
  }
  addField(created, { name: 'and', description: 'All of these fit.', isNullable, type: () => [created] });
  addField(created, { name: 'or', description: 'One of these fits.', isNullable, type: () => [created] });
  addField(created, { name: 'not', description: 'This does not fit.', isNullable, type: () => created });
  return created;
}
