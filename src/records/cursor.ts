/** Cursors: the sort key and the id of a record as one opaque text, which only the order that gave it takes back. */
import { z } from 'zod';
import { validationFailed } from '../errors.js';
import { idSchema } from '../model/id.js';
import type { SortOrder } from './listing.js';

export type SortKey = string | number | bigint | null;

export interface Cursor {
  /** Null where the record lacks what the order sorts by. */
  readonly key: SortKey;
  readonly id: string;
}

/** JSON has no whole numbers beyond 2^53. */
const wholeNumber = z
  .strictObject({ integer: z.string().regex(/^-?\d{1,19}$/) })
  .transform(({ integer }) => BigInt(integer))
  .refine((integer) => BigInt.asIntN(64, integer) === integer);

const keySchemas: Readonly<Record<SortOrder['sortsBy'], z.ZodType<SortKey>>> = {
  ID: z.null(),
  TEXT: z.union([z.string(), z.null()]),
  NUMBER: z.union([z.number(), wholeNumber, z.null()]),
};

export function encodeCursor({ name }: SortOrder, { key, id }: Cursor): string {
  const storable = typeof key === 'bigint' ? { integer: key.toString() } : key;
  return Buffer.from(JSON.stringify([name, storable, id])).toString('base64url');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Rejects with VALIDATION_FAILED what this order can't have given; `argument` is what the cursor was given as. */
export function decodeCursor(text: string, { name, sortsBy }: SortOrder, argument: string): Cursor {
  const cursor = z.tuple([z.literal(name), keySchemas[sortsBy], idSchema]).safeParse(readJson(text));
  if (cursor.success) return { key: cursor.data[1], id: cursor.data[2] };
  throw validationFailed(
    `${argument} is not a cursor of this list; use an endCursor or startCursor that it gave, with the same orderBy`,
    { path: [argument] },
  );
}
