/** The place of an entry in a timeline, as the opaque text that a client goes on with. */
import { validationFailed } from '../errors.js';
import { decodeCursor, encodeCursor } from '../records/cursor.js';
import type { SortOrder } from '../records/listing.js';
import type { Place } from './timeline-entries.js';

const inTime: SortOrder = {
  name: 'TIMELINE',
  sortsBy: 'NUMBER',
  direction: 'ASC',
  description: 'By day, then by id.',
};

export const cursorOf = ({ day, id }: Place): string => encodeCursor(inTime, { key: day, id });

/** Rejects with VALIDATION_FAILED what no timeline can have given. */
export function placeOf(cursor: string): Place {
  const { key, id } = decodeCursor(cursor, inTime, 'after');
  if (typeof key === 'number') return { day: key, id };
  throw validationFailed('after names no day; use an endCursor that a timeline gave', { path: ['after'] });
}
