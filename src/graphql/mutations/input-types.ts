/** The input type of each kind of record, made from its fields. */
import { ID } from 'type-graphql';
import type { FieldSpec } from '../../model/field.js';
import type { Kind } from '../../model/kind.js';
import { kinds } from '../../model/registry.js';
import { amountBasis } from '../../model/vocabularies.js';
import { createInputType, type FieldDescription, type GraphQLClass } from '../types/decorate.js';
import { enumOf } from '../types/enums.js';
import { outputType } from '../types/output-type.js';
import { BigIntScalar } from '../types/scalars.js';

// What a kind requires is a rule that is told with all other faults, in `userErrors`; a type would tell it alone, as an error.
const isNullable = true;

const moneyPart = (name: string, type: () => unknown, description: string): FieldDescription => ({
  name,
  description: `Required. ${description}`,
  isNullable,
  type,
});

const MoneyInput = createInputType(
  'MoneyInput',
  'An exact amount and what it counts. Example: `{ value: 38000000000, currency: "USD", basis: TOTAL }`.',
  [
    moneyPart(
      'value',
      () => BigIntScalar,
      'The whole amount: 38000000000; a text where it is beyond 2^53: "9007199254740993".',
    ),
    moneyPart('currency', () => String, 'ISO 4217, such as USD.'),
    moneyPart('basis', () => enumOf(amountBasis), 'What the amount counts.'),
  ],
);

function inputType(field: FieldSpec): unknown {
  if (field.type === 'reference') return String;
  return field.type === 'money' ? MoneyInput : outputType(field);
}

/** "at least 2" for a list that needs some, for a plain "Required" says no more than 1. */
function requirementOf(field: FieldSpec): string {
  if (!field.isRequired) return '';
  return 'minItems' in field && field.minItems > 1 ? `Required, at least ${field.minItems}. ` : 'Required. ';
}

function describeField(name: string, field: FieldSpec): FieldDescription {
  const isList = 'isList' in field && field.isList;
  const way = field.type === 'reference' ? ` The id or a name of a ${field.to}.` : '';
  return {
    name,
    description: `${requirementOf(field)}${field.description}${way}`,
    isNullable,
    type: () => (isList ? [inputType(field)] : inputType(field)),
  };
}

const idField: FieldDescription = {
  name: 'id',
  description:
    'The id: lower-case letters, digits and single hyphens. It never changes. Example: "openai-aws-2025-11".',
  isNullable: false,
  type: () => ID,
};

const createInput = (kind: Kind): GraphQLClass =>
  createInputType(
    `${kind.name}Input`,
    `A ${kind.name} as it is to be, whole: what is left out has no value afterwards. ${kind.description}`,
    [idField, ...Object.entries(kind.fields).map(([name, field]) => describeField(name, field))],
  );

const inputs = new Map(kinds.map((kind) => [kind, createInput(kind)]));

/** The input type of a kind. */
export function inputOf(kind: Kind): GraphQLClass {
  const input = inputs.get(kind);
  if (input === undefined) throw new Error(`there is no input for ${kind.name}`);
  return input;
}
