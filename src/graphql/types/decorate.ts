/**
 * type-graphql describes types by decorators on classes. The kinds are plain specifications, so their classes are made
 * here and the decorators are called as the functions that they are.
 */
// type-graphql asks for it when the first decorator runs.
import 'reflect-metadata';
import {
  Arg,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Subscription,
} from 'type-graphql';

import { keepResolver, type Resolve, withoutNulls } from './direct-resolvers.js';

export type GraphQLClass = new () => object;

/** Whether a value may be null; ITEMS: a list never is, but what it holds may be. */
export type Nullability = boolean | 'ITEMS';

export interface FieldDescription {
  readonly name: string;
  readonly description: string;
  readonly isNullable: Nullability;
  /** The type, or a list of one type. */
  readonly type: () => unknown;
}

export interface ArgumentDescription extends FieldDescription {
  readonly defaultValue?: unknown;
}

/** A class with the name that errors of type-graphql show. */
export function createClass(name: string): GraphQLClass {
  const created = class {};
  Object.defineProperty(created, 'name', { value: name });
  return created;
}

type TypeThunk = () => never;
const thunk = (type: () => unknown): TypeThunk => type as TypeThunk;

const optionsOf = ({ description, isNullable }: FieldDescription) => ({
  description,
  nullable: isNullable === 'ITEMS' ? ('items' as const) : isNullable,
});

export function addField(target: GraphQLClass, field: FieldDescription): void {
  Field(thunk(field.type), optionsOf(field))(target.prototype, field.name);
}

/** An object type whose values hold their fields under the fields' names. */
export function createObjectType(
  name: string,
  description: string,
  fields: readonly FieldDescription[],
  interfaces: readonly GraphQLClass[] = [],
): GraphQLClass {
  const type = createClass(name);
  ObjectType(name, { description, implements: [...interfaces], simpleResolvers: true })(type);
  for (const field of fields) addField(type, field);
  return type;
}

/** An input type; what its values may be is checked by the function that takes them. */
export function createInputType(
  name: string,
  description: string,
  fields: readonly FieldDescription[],
): GraphQLClass {
  const type = createClass(name);
  InputType(name, { description })(type);
  for (const field of fields) addField(type, field);
  return type;
}

function addMethod(
  target: GraphQLClass,
  name: string,
  args: readonly ArgumentDescription[],
): PropertyDescriptor {
  // It only carries what type-graphql is told of the field.
  const method = (): undefined => undefined;
  Object.defineProperty(target.prototype, name, { value: method, configurable: true, writable: true });
  for (const [index, arg] of args.entries()) {
    const { defaultValue } = arg;
    const options = { ...optionsOf(arg), ...(defaultValue !== undefined && { defaultValue }) };
    Arg(arg.name, thunk(arg.type), options)(target.prototype, name, index);
  }
  return Object.getOwnPropertyDescriptor(target.prototype, name) as PropertyDescriptor;
}

export interface ResolvedField<Context> extends FieldDescription {
  readonly args?: readonly ArgumentDescription[];
  readonly resolve: Resolve<Context>;
}

/** A resolver class that computes these fields of a type. */
export function createFieldResolvers<Context>(
  type: GraphQLClass,
  fields: readonly ResolvedField<Context>[],
): GraphQLClass {
  const resolver = createClass(`${type.name}Resolver`);
  for (const field of fields) {
    const descriptor = addMethod(resolver, field.name, field.args ?? []);
    keepResolver(type.name, field.name, field.resolve);
    FieldResolver(thunk(field.type), optionsOf(field))(resolver.prototype, field.name, descriptor);
  }
  Resolver(thunk(() => type))(resolver);
  return resolver;
}

const createRootResolver =
  (type: string, decorate: typeof Query) =>
  <Context>(name: string, fields: readonly ResolvedField<Context>[]): GraphQLClass => {
    const resolver = createClass(name);
    for (const field of fields) {
      const descriptor = addMethod(resolver, field.name, field.args ?? []);
      keepResolver(type, field.name, field.resolve);
      decorate(thunk(field.type), optionsOf(field))(resolver.prototype, field.name, descriptor);
    }
    Resolver()(resolver);
    return resolver;
  };

/** A resolver class that answers these fields of `Query`. */
export const createQueries = createRootResolver('Query', Query);

/** A resolver class that does what these fields of `Mutation` say. */
export const createMutations = createRootResolver('Mutation', Mutation);

export interface FollowedField<Context, Event> extends FieldDescription {
  readonly args: readonly ArgumentDescription[];
  /** Opens the stream of events; each event is the field's value. */
  readonly subscribe: (context: Context, args: Readonly<Record<string, unknown>>) => AsyncIterable<Event>;
}

/** A resolver class that follows these fields of `Subscription`. */
export function createSubscriptions<Context, Event>(
  name: string,
  fields: readonly FollowedField<Context, Event>[],
): GraphQLClass {
  const resolver = createClass(name);
  for (const field of fields) {
    const descriptor = addMethod(resolver, field.name, field.args);
    keepResolver('Subscription', field.name, (event) => event);
    Subscription(thunk(field.type), {
      ...optionsOf(field),
      subscribe: ({ args, context }) => field.subscribe(context as Context, withoutNulls(args)),
    })(resolver.prototype, field.name, descriptor);
  }
  Resolver()(resolver);
  return resolver;
}
