/** Checks one raw record against its kind: the faults say what is wrong and what to do. */
import type { z } from 'zod';
import type { Kind } from '../model/kind.js';
import { type RecordInput, recordSchema } from '../model/record-schema.js';
import { kinds } from '../model/registry.js';
import { didYouMean, nearMatches } from '../near-matches.js';

/** Where in a record something stands: ["amount", "basis"], ["sources", 0]. */
export type InputPath = readonly (string | number)[];

export interface RecordFault {
  readonly path: InputPath;
  readonly message: string;
}

export type CheckedRecord =
  | { readonly input: RecordInput; readonly faults?: undefined }
  | { readonly input?: undefined; readonly faults: readonly RecordFault[] };

const schemas = new Map(kinds.map((kind) => [kind.code, recordSchema(kind)]));

const valueAt = (raw: unknown, path: InputPath): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key],
    raw,
  );

function unknownField(kind: Kind, path: InputPath, key: string): RecordFault {
  const known = path.length === 0 ? ['id', ...Object.keys(kind.fields)] : ['value', 'currency', 'basis'];
  const near = didYouMean(nearMatches(key, known));
  return {
    path: [...path, key],
    message: `${key} is not a field here${near || `; the fields are ${known.join(', ')}`}`,
  };
}

function faultsOf(kind: Kind, raw: unknown, issue: z.core.$ZodIssue): RecordFault[] {
  const path = issue.path as InputPath;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(kind, path, key));
  const field = path.filter((part) => typeof part === 'string').join('.');
  const isMissing = path.length > 0 && (valueAt(raw, path) ?? undefined) === undefined;
  if (isMissing) return [{ path, message: `${field} is missing; ${issue.message}` }];
  return [{ path, message: field === '' ? issue.message : `${field}: ${issue.message}` }];
}

/** The record if it breaks no rule of its kind, else all that is wrong with it. */
export function checkRecord(kind: Kind, raw: unknown): CheckedRecord {
  const schema = schemas.get(kind.code);
  if (schema === undefined) throw new Error(`there is no schema for ${kind.name}`);
  const result = schema.safeParse(raw);
  if (result.success) return { input: result.data };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(kind, raw, issue)) };
}
