/** What the cost of a field depends on: how many objects it may have, and whether it asks or writes. */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import { DEFAULT_PAGE_SIZE } from '../../records/page.js';

/** What a question reads, or a write does, beside the objects that it answers with. */
const QUESTION_COST = 100;
/** How long a list is where nothing says so: sources of a deal, suppliers in a tier. */
const ASSUMED_LIST_SIZE = 5;

/** The arguments that say how long a list is: by a number, or by naming what is in it. */
const slicingArguments: readonly string[] = ['first', 'last', 'ids'];

export interface FieldPlace {
  readonly schema: GraphQLSchema;
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** How long the lists of the parent are, where the field that gave the parent said so: `first` of a connection. */
  readonly listSize: number | undefined;
}

export interface FieldFacts {
  readonly base: number;
  readonly size: number;
  /** How long the lists inside are, where this field says so. */
  readonly innerListSize: number | undefined;
}

type Variables = Readonly<Record<string, unknown>>;

function lengthSaidBy(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? Math.max(0, value) : undefined;
}

/** How long the field says its list is; undefined where it has no argument to say it with. */
function saidLength({ field, node }: FieldPlace, variables: Variables): number | undefined {
  const slicing = field.args.filter(({ name }) => slicingArguments.includes(name));
  if (slicing.length === 0) return undefined;
  const lengths = slicing.flatMap(({ name, defaultValue }) => {
    const given = node.arguments?.find((argument) => argument.name.value === name);
    const value = given === undefined ? defaultValue : valueFromASTUntyped(given.value, variables);
    return lengthSaidBy(value) ?? [];
  });
  return lengths.length === 0 ? DEFAULT_PAGE_SIZE : Math.max(...lengths);
}

const isRecord = (type: GraphQLNamedType): boolean =>
  type.name === 'Node' ||
  ((isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Node'));

const isPage = (type: GraphQLNamedType): boolean => isObjectType(type) && 'pageInfo' in type.getFields();

/** A field at the root that gives neither a record nor a page of them asks a question, or writes. */
function asksOrWrites({ schema, parent, field }: FieldPlace): boolean {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const type = getNamedType(field.type);
  return roots.includes(parent) && !isRecord(type) && !isPage(type);
}

export function factsOf(place: FieldPlace, variables: Variables): FieldFacts {
  const said = saidLength(place, variables);
  const base = asksOrWrites(place) ? QUESTION_COST : 0;
  if (!isListType(getNullableType(place.field.type))) return { base, size: 1, innerListSize: said };
  return { base, size: said ?? place.listSize ?? ASSUMED_LIST_SIZE, innerListSize: undefined };
}
