/**
 * What an operation may cost before it runs, after the IBM specification of GraphQL cost directives
 * (https://ibm.github.io/graphql-specs/cost-spec.html): every object of the answer weighs 1, a leaf 0, a list counts what
 * is in it as often as its slicing argument says. Questions and writes weigh more, for what they read and do.
 */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { factsOf } from './field-facts.js';
import type { Fragments } from './fragments.js';
import { isLeftOut } from './left-out.js';

export interface CostScope {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  /** Of the types that the operation declares. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Cost {
  readonly total: number;
  /** The field that most of it is for: from the root down, as long as one field makes up more than half of the one around it. */
  readonly dearest: { readonly path: readonly string[]; readonly cost: number };
}

/** The cost of a field in one object. */
interface FieldCost {
  readonly name: string;
  readonly total: number;
  /** How many objects the field has. */
  readonly size: number;
  readonly inner: SetCost;
}

interface SetCost {
  readonly total: number;
  readonly dearest?: FieldCost | undefined;
}

/** The fields that a root has without naming them. */
const introspection: ReadonlyMap<string, GraphQLField<unknown, unknown>> = new Map(
  [SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]),
);

const free: SetCost = { total: 0 };

/** Beyond this a number says no more than that it is too much. */
const bounded = (cost: number): number => Math.min(cost, Number.MAX_SAFE_INTEGER);

const dearer = <Costly extends { readonly total: number }>(one: Costly, other: Costly): Costly =>
  other.total > one.total ? other : one;

function beside(one: SetCost, other: SetCost): SetCost {
  const total = bounded(one.total + other.total);
  if (one.dearest === undefined || other.dearest === undefined) {
    return { total, dearest: one.dearest ?? other.dearest };
  }
  return { total, dearest: dearer(one.dearest, other.dearest) };
}

function findDearest(whole: SetCost): Cost['dearest'] {
  const path: string[] = [];
  let field = whole.dearest;
  let times = 1;
  let cost = whole.total;
  while (field !== undefined) {
    path.push(field.name);
    cost = bounded(times * field.total);
    times *= field.size;
    const inner: FieldCost | undefined = field.inner.dearest;
    field = inner !== undefined && times * inner.total > cost / 2 ? inner : undefined;
  }
  return { path, cost };
}

/** The operation must be valid for the schema. Takes time in proportion to the document, however often it spreads fragments. */
export function estimateCost(
  { schema, fragments, variables }: CostScope,
  operation: OperationDefinitionNode,
): Cost {
  const known = new Map<SelectionSetNode, Map<string, SetCost>>();

  const typesOf = (type: GraphQLNamedType): readonly GraphQLObjectType[] => {
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  };

  function ofField(node: FieldNode, parent: GraphQLObjectType, listSize: number | undefined): SetCost {
    const { selectionSet } = node;
    const field = parent.getFields()[node.name.value] ?? introspection.get(node.name.value);
    if (field === undefined || selectionSet === undefined) return free;
    const type = getNamedType(field.type);
    const { base, size, innerListSize } = factsOf({ schema, parent, field, node, listSize }, variables);
    const inner = isCompositeType(type)
      ? typesOf(type)
          .map((one) => ofSet(selectionSet, one, innerListSize))
          .reduce(dearer, free)
      : free;
    const total = bounded(base + size * (1 + inner.total));
    return { total, dearest: { name: node.alias?.value ?? node.name.value, total, size, inner } };
  }

  const applies = (condition: string | undefined, type: GraphQLObjectType): boolean => {
    if (condition === undefined) return true;
    const wanted = schema.getType(condition);
    return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
  };

  function ofSelection(
    selection: SelectionNode,
    type: GraphQLObjectType,
    listSize: number | undefined,
  ): SetCost {
    if (isLeftOut(selection, variables)) return free;
    if (selection.kind === Kind.FIELD) return ofField(selection, type, listSize);
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (fragment === undefined || !applies(fragment.typeCondition?.name.value, type)) return free;
    return ofSet(fragment.selectionSet, type, listSize);
  }

  function ofSet(set: SelectionSetNode, type: GraphQLObjectType, listSize: number | undefined): SetCost {
    const costs = known.get(set) ?? new Map<string, SetCost>();
    known.set(set, costs);
    const key = `${type.name} ${listSize}`;
    const cost =
      costs.get(key) ??
      set.selections.map((selection) => ofSelection(selection, type, listSize)).reduce(beside, free);
    costs.set(key, cost);
    return cost;
  }

  const root = schema.getRootType(operation.operation);
  const cost = root === undefined || root === null ? free : ofSet(operation.selectionSet, root, undefined);
  return { total: cost.total, dearest: findDearest(cost) };
}
