/** The GraphQL type of a field's value, as resolvers give it. References are not here: they need a loader. */
import { Float, Int } from 'type-graphql';
import type { FieldSpec, ReferenceField } from '../../model/field.js';
import { enumOf } from './enums.js';
import { MoneyType } from './money-type.js';
import { BigIntScalar, DayScalar } from './scalars.js';

const MAX_INT = 2 ** 31 - 1;

export type PlainField = Exclude<FieldSpec, ReferenceField>;

const numberType = ({ isInteger, max }: FieldSpec & { type: 'number' }) => {
  if (!isInteger) return Float;
  return max > MAX_INT ? BigIntScalar : Int;
};

export function outputType(field: PlainField) {
  switch (field.type) {
    case 'text':
      return String;
    case 'choice':
      return enumOf(field.vocabulary);
    case 'number':
      return numberType(field);
    case 'flag':
      return Boolean;
    case 'day':
      return DayScalar;
    case 'money':
      return MoneyType;
  }
}
