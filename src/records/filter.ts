/** Turns a filter into a Cypher condition: properties come from the fields of the kind, values are parameters. */
import { validationFailed } from '../errors.js';
import { type Day, firstDayOf, lastDayOf } from '../model/day.js';
import type { FieldSpec } from '../model/field.js';
import type { Money } from '../model/money.js';
import type { Parameter, Parameters } from '../store/graph-store.js';
import type { Listing } from './listing.js';
import { dayProperty, moneyProperty } from './stored-record.js';

export type Comparisons = Readonly<Record<string, unknown>>;

/** `and`, `or` and `not` hold filters; every other key is a field with its comparisons. */
export interface Filter {
  readonly and?: readonly Filter[];
  readonly or?: readonly Filter[];
  readonly not?: Filter;
  readonly [field: string]: unknown;
}

export interface Condition {
  /** A condition on the node `record`; empty where everything fits. */
  readonly text: string;
  readonly parameters: Parameters;
}

const MAX_COMPARISONS = 50;
/** Of an `in`: every record is compared with each. */
const MAX_VALUES = 1_000;
const MAX_DEPTH = 5;

const operators: Readonly<Record<string, string>> = {
  eq: '=',
  in: 'IN',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/** Collects the parameters of one filter, bounded. */
function createParameters(): { add(value: unknown): string; all: Record<string, Parameter> } {
  const all: Record<string, Parameter> = {};
  return {
    all,
    add(value) {
      if (Array.isArray(value) && value.length > MAX_VALUES) {
        throw validationFailed(`a filter compares with at most ${MAX_VALUES} values at a time`, {
          path: ['filter'],
        });
      }
      const name = `filter${Object.keys(all).length}`;
      all[name] = value as Parameter;
      if (Object.keys(all).length > MAX_COMPARISONS) {
        throw validationFailed(`a filter has at most ${MAX_COMPARISONS} comparisons`, { path: ['filter'] });
      }
      return `$${name}`;
    },
  };
}

type Add = (value: unknown) => string;

/** An imprecise date is a period: eq falls within it, lt comes before all of it, gt after all of it. */
function compareDay(property: string, operator: string, value: unknown, add: Add): string {
  const within = (day: Day): string =>
    `(${property} >= ${add(firstDayOf(day))} AND ${property} <= ${add(lastDayOf(day))})`;
  if (operator === 'eq') return within(value as Day);
  if (operator === 'in') return anyOf((value as Day[]).map(within));
  const bound = operator === 'lt' || operator === 'gte' ? firstDayOf(value as Day) : lastDayOf(value as Day);
  return `${property} ${operators[operator]} ${add(bound)}`;
}

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`;
const allOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'true' : `(${conditions.join(' AND ')})`;

function compare(
  property: string,
  field: FieldSpec | undefined,
  operator: string,
  value: unknown,
  add: Add,
): string {
  if (operator === 'exists') return `(${property} IS NOT NULL) = ${add(value)}`;
  if (field?.type === 'day') return compareDay(property, operator, value, add);
  if (operator !== 'contains') return `${property} ${operators[operator]} ${add(value)}`;
  return field !== undefined && 'isList' in field && field.isList
    ? `${add(value)} IN ${property}`
    : `toLower(${property}) CONTAINS toLower(${add(value)})`;
}

const given = (comparisons: Comparisons): [string, unknown][] =>
  Object.entries(comparisons).filter(([, value]) => value !== undefined && value !== null);

/** An empty list is not stored. */
const compareCount = (property: string, comparisons: Comparisons, add: Add): string[] =>
  given(comparisons).map(([operator, value]) =>
    compare(`coalesce(size(${property}), 0)`, undefined, operator, value, add),
  );

const compareMoney = (name: string, part: keyof Money, comparisons: Comparisons, add: Add): string[] =>
  given(comparisons).map(([operator, value]) =>
    compare(`record.${moneyProperty(name, part)}`, undefined, operator, value, add),
  );

function compareField(
  name: string,
  field: FieldSpec | undefined,
  comparisons: Comparisons,
  add: Add,
): string[] {
  if (field?.type === 'money') {
    return given(comparisons).flatMap(([part, inner]) => {
      // Its parts come together, so one of them tells of all.
      if (part === 'exists') return compareMoney(name, 'value', { exists: inner }, add);
      return compareMoney(name, part as keyof Money, inner as Comparisons, add);
    });
  }
  const property = `record.${field?.type === 'day' ? dayProperty(name) : name}`;
  return given(comparisons).flatMap(([operator, value]) =>
    operator === 'count'
      ? compareCount(property, value as Comparisons, add)
      : [compare(property, field, operator, value, add)],
  );
}

function conditionsOf(listing: Listing, filter: Filter, add: Add, depth: number): string[] {
  if (depth > MAX_DEPTH)
    throw validationFailed(`a filter is at most ${MAX_DEPTH} deep`, { path: ['filter'] });
  const inner = (part: Filter): string => allOf(conditionsOf(listing, part, add, depth + 1));
  return given(filter).flatMap(([name, value]) => {
    if (name === 'and') return (value as Filter[]).map(inner);
    if (name === 'or') return [anyOf((value as Filter[]).map(inner))];
    // Without a value a comparison is unknown, which is not the same as true.
    if (name === 'not') return [`NOT coalesce(${inner(value as Filter)}, false)`];
    return compareField(name, listing.fields[name], value as Comparisons, add);
  });
}

/** The condition that a filter puts on a listing's records. Field names were checked by the schema of its input type. */
export function conditionOf(listing: Listing, filter: Filter = {}): Condition {
  const parameters = createParameters();
  const conditions = conditionsOf(listing, filter, parameters.add, 1);
  return { text: conditions.join(' AND '), parameters: parameters.all };
}
