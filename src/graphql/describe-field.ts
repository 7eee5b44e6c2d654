/** What the schema says of a field of `Query`, as plain data for those who don't speak GraphQL. */
import {
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
} from 'graphql';

export interface ArgumentFacts {
  readonly name: string;
  readonly description: string;
  /** As a variable of it is declared: `[DealKind!]`. */
  readonly type: string;
  /** The type of one value: `DealKind`. */
  readonly valueType: string;
  readonly isList: boolean;
  readonly isRequired: boolean;
  /** The values of an enum; empty for other types. */
  readonly allowed: readonly string[];
}

export interface FieldFacts {
  readonly description: string;
  readonly args: readonly ArgumentFacts[];
}

/** Throws where `Query` has no such field: a defect of the caller. */
export function describeField(schema: GraphQLSchema, name: string): FieldFacts {
  const field = schema.getQueryType()?.getFields()[name];
  if (field === undefined) throw new Error(`Query has no field ${name}`);
  const args = field.args.map(({ name: argument, description, type, defaultValue }) => {
    const named = getNamedType(type);
    return {
      name: argument,
      description: description ?? '',
      type: String(type),
      valueType: named.name,
      isList: isListType(getNullableType(type)),
      isRequired: isNonNullType(type) && defaultValue === undefined,
      allowed: isEnumType(named) ? named.getValues().map((value) => value.name) : [],
    };
  });
  return { description: field.description ?? '', args };
}
