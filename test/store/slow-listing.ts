/** What a filter and an order mean, computed record by record, without the store. */
import type { FieldSpec } from '../../src/model/field.js';
import type { RecordInput } from '../../src/model/record-schema.js';
import type { Filter } from '../../src/records/filter.js';
import type { Listing, SortOrder } from '../../src/records/listing.js';
import { firstDay, lastDay } from '../oracle/days.js';

type Value = string | number | bigint | boolean;

const isBefore = (one: Value, other: Value): boolean => one < other;

/** Whether a value that is there fits one comparison. */
function fits(value: Value, operator: string, wanted: unknown): boolean {
  const given = wanted as Value;
  switch (operator) {
    case 'eq':
      return value === given;
    case 'in':
      return (wanted as Value[]).includes(value);
    case 'lt':
      return isBefore(value, given);
    case 'lte':
      return !isBefore(given, value);
    case 'gt':
      return isBefore(given, value);
    case 'gte':
      return !isBefore(value, given);
    case 'contains':
      return String(value).toLowerCase().includes(String(given).toLowerCase());
    default:
      throw new Error(`no such comparison: ${operator}`);
  }
}

/** A start is its first day, an end its last; "2025" to compare with is all days from the first to the last of 2025. */
function dayFits(day: string, operator: string, wanted: unknown): boolean {
  if (operator === 'in') return (wanted as string[]).some((period) => dayFits(day, 'eq', period));
  const [first, last] = [firstDay(wanted as string), lastDay(wanted as string)];
  switch (operator) {
    case 'eq':
      return first <= day && day <= last;
    case 'lt':
      return day < first;
    case 'lte':
      return day <= last;
    case 'gt':
      return day > last;
    default:
      return day >= first;
  }
}

const every = (comparisons: unknown, test: (operator: string, wanted: unknown) => boolean): boolean =>
  Object.entries(comparisons as Record<string, unknown>).every(([operator, wanted]) =>
    test(operator, wanted),
  );

const countedDay = (field: FieldSpec & { type: 'day' }, day: string): string =>
  field.counts === 'FIRST' ? firstDay(day) : lastDay(day);

function valueFits(
  field: FieldSpec | undefined,
  value: Value | undefined,
  operator: string,
  wanted: unknown,
): boolean {
  if (operator === 'exists') return wanted === (value !== undefined);
  if (value === undefined) return false;
  if (field?.type === 'day') return dayFits(countedDay(field, value as string), operator, wanted);
  return fits(value, operator, wanted);
}

function fieldFits(field: FieldSpec | undefined, value: unknown, comparisons: unknown): boolean {
  if (Array.isArray(value)) {
    return every(comparisons, (operator, wanted) =>
      operator === 'count'
        ? every(wanted, (inner, number) => valueFits(undefined, value.length, inner, number))
        : value.includes(wanted),
    );
  }
  if (field?.type === 'money') {
    const parts = (value ?? {}) as Readonly<Record<string, Value>>;
    return every(comparisons, (part, inner) =>
      part === 'exists'
        ? inner === (value !== undefined)
        : every(inner, (operator, wanted) => valueFits(undefined, parts[part], operator, wanted)),
    );
  }
  return every(comparisons, (operator, wanted) => valueFits(field, value as Value, operator, wanted));
}

export function slowFits({ fields }: Pick<Listing, 'fields'>, filter: Filter, record: RecordInput): boolean {
  const inner = (part: Filter): boolean => slowFits({ fields }, part, record);
  return Object.entries(filter).every(([name, given]) => {
    if (name === 'and') return (given as Filter[]).every(inner);
    if (name === 'or') return (given as Filter[]).some(inner);
    if (name === 'not') return !inner(given as Filter);
    return fieldFits(fields[name], record[name], given);
  });
}

/** By code point, as stores do; JavaScript compares by UTF-16 unit. */
function compare(one: Value, other: Value): number {
  if (typeof one !== 'string') return one < other ? -1 : one > other ? 1 : 0;
  const [left, right] = [[...one], [...String(other)]];
  for (const [index, sign] of left.entries()) {
    const difference = (sign.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The field that an order names: ANNOUNCED_ON_DESC orders by announcedOn. */
function sortedField({ fields }: Listing, { name }: SortOrder): string | undefined {
  const words = name
    .replace(/_(ASC|DESC)$/, '')
    .replaceAll('_', '')
    .toLowerCase();
  return Object.keys(fields).find((field) => field.toLowerCase() === words);
}

function sortKey(field: FieldSpec, value: unknown): Value | undefined {
  if (value === undefined) return undefined;
  if (field.type === 'money') return (value as { value: bigint }).value;
  return field.type === 'day' ? countedDay(field, value as string) : (value as Value);
}

/** Those without the value come last whichever way; ties go by id. */
export function slowSort(listing: Listing, order: SortOrder, records: readonly RecordInput[]): RecordInput[] {
  const sign = order.name.endsWith('_DESC') ? -1 : 1;
  const name = sortedField(listing, order);
  const field = name === undefined ? undefined : listing.fields[name];
  if (name === undefined || field === undefined) {
    return [...records].sort((one, other) => sign * compare(one.id, other.id));
  }
  return [...records].sort((one, other) => {
    const [left, right] = [sortKey(field, one[name]), sortKey(field, other[name])];
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined) || compare(one.id, other.id);
    }
    return sign * compare(left, right) || compare(one.id, other.id);
  });
}
