/**
 * type-graphql makes a promise of every argument of every call, which costs more than most of our fields do. Our
 * resolvers take what graphql-js gives them, so they take the place of its wrappers once the schema is built.
 */
import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';

export type Resolve<Context> = (
  root: never,
  context: Context,
  args: Readonly<Record<string, unknown>>,
  info: GraphQLResolveInfo,
) => unknown;

interface DirectResolver {
  readonly type: string;
  readonly field: string;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
}

const resolvers: DirectResolver[] = [];

/** A client may send null for what it leaves out. */
export function withoutNulls(args: Record<string, unknown>): Record<string, unknown> {
  for (const name in args) if (args[name] === null) delete args[name];
  return args;
}

/** Keeps the resolver of a field of this type, or of all types that implement this interface. */
export function keepResolver<Context>(type: string, field: string, resolve: Resolve<Context>): void {
  resolvers.push({
    type,
    field,
    resolve: (root, args, context, info) =>
      resolve(root as never, context as Context, withoutNulls(args), info),
  });
}

/** Puts the kept resolvers into the schema, and what names the type of a value into its interfaces. */
export function resolveDirectly(schema: GraphQLSchema, typeNameOf: (value: never) => string): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = (value) => typeNameOf(value as never);
  }
  for (const { type: name, field: fieldName, resolve } of resolvers) {
    const type = schema.getType(name);
    const owners = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
    for (const owner of owners) {
      const field = isObjectType(owner) ? owner.getFields()[fieldName] : undefined;
      if (field !== undefined) field.resolve = resolve;
    }
  }
  return schema;
}
