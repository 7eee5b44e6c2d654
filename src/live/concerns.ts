/** Which changes somebody wants to hear of. */
import { kindOf, referencesOf } from '../model/registry.js';
import type { Change } from '../records/change.js';

export interface Interest {
  /** Ids of records: their own changes, and those of the records that refer to them. Absent: all. */
  readonly of?: readonly string[] | undefined;
  /** Codes of kinds. Absent: all. */
  readonly kinds?: readonly string[] | undefined;
}

/** The ids that a change is about: of its record, and of all that the record referred to before it or after. */
function idsIn({ recordId, kind, before, after }: Change): Set<string> {
  const ids = new Set([recordId]);
  for (const text of [before, after]) {
    const record: Record<string, unknown> = text === undefined ? {} : JSON.parse(text);
    for (const [name] of referencesOf(kindOf(kind))) {
      for (const id of [record[name]].flat()) if (typeof id === 'string') ids.add(id);
    }
  }
  return ids;
}

export function concerns({ of, kinds }: Interest, change: Change): boolean {
  if (kinds !== undefined && !kinds.includes(change.kind)) return false;
  if (of === undefined) return true;
  const ids = idsIn(change);
  return of.some((id) => ids.has(id));
}
