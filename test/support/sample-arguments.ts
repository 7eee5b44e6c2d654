/** Arguments that a field of the schema takes, made from its types alone: whoever may not call it is refused for that alone. */
import {
  type GraphQLField,
  GraphQLID,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';

/** A value of each scalar; any other one takes a text. */
const scalars: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  BigInt: 1,
  Day: '2026-01-01',
};

function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  // Some questions compare at least two.
  if (isListType(type))
    return getNamedType(type) === GraphQLID ? ['sample', 'other'] : [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.type)]));
  }
  return scalars[type.name] ?? 'sample';
}

export interface SampleCall {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Of a page what is on it, for it is read only when it is asked for. */
function selectionOf({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  return isObjectType(named) && 'pageInfo' in named.getFields()
    ? '{ nodes { __typename } }'
    : '{ __typename }';
}

/** An operation that asks for this field, with all arguments that it requires. */
function sampleCall(operation: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): SampleCall {
  const { name, args } = field;
  const required = args.filter(({ type }) => isNonNullType(type));
  const declared = required.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = required.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return {
    query: `${operation} ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${selectionOf(field)} }`,
    variables: Object.fromEntries(required.map((argument) => [argument.name, sampleOf(argument.type)])),
  };
}

export const sampleQuery = (field: GraphQLField<unknown, unknown>): SampleCall => sampleCall('query', field);

export const sampleMutation = (field: GraphQLField<unknown, unknown>): SampleCall =>
  sampleCall('mutation', field);
