/** The difference between two states of a record, field by field. */
import { kindOf } from '../model/registry.js';
import type { JsonRecord } from './record-json.js';

/** A field that differs, as JSON values; null where it has none. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** An empty list says no more than none. */
const valueIn = (record: JsonRecord | undefined, field: string): unknown => {
  const value = record?.[field] ?? null;
  return Array.isArray(value) && value.length === 0 ? null : value;
};

/** The fields that differ, in the order of the kind; a record that is not there has no values. */
export const fieldChanges = (
  kind: string,
  before: JsonRecord | undefined,
  after: JsonRecord | undefined,
): FieldChange[] =>
  Object.keys(kindOf(kind).fields).flatMap((field) => {
    const [old, now] = [valueIn(before, field), valueIn(after, field)];
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ field, before: old, after: now }];
  });
