/** Arguments that a field of the schema takes, made from its types alone: whoever may not call it is refused for that alone. */
import {
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
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
  if (isListType(type)) return [sampleOf(type.ofType)];
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

/** A mutation that calls this field, with all arguments that it requires. */
export function sampleMutation({ name, args }: GraphQLField<unknown, unknown>): SampleCall {
  const required = args.filter(({ type }) => isNonNullType(type));
  const declared = required.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = required.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return {
    query: `mutation ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} { __typename } }`,
    variables: Object.fromEntries(required.map((argument) => [argument.name, sampleOf(argument.type)])),
  };
}
