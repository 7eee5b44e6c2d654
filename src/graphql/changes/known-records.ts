/** Records as they were known on a past day; what they refer to is loaded as it was known then, too. */
import type { Day } from '../../model/day.js';
import type { AnyRecord } from '../../model/kind.js';
import { loadRecordsKnownOn } from '../../records/known-on.js';
import type { RequestContext } from '../context.js';

const days = new WeakMap<AnyRecord, Day>();

/** The record as it was known at the end of a day; undefined where there was none then. */
export async function loadKnownOn(
  { graph, loaders, signal }: RequestContext,
  id: string,
  day: Day,
): Promise<AnyRecord | undefined> {
  const load = loaders.batched<string, AnyRecord | undefined>(`known on ${day}`, (ids) =>
    graph.store.read((reader) => loadRecordsKnownOn(reader, ids, day), { signal }),
  );
  const record = await load(id);
  if (record !== undefined) days.set(record, day);
  return record;
}

/** What a record refers to by this id: as it is now, or for a record of a past day as it was known then. */
export async function loadReferred(
  root: AnyRecord,
  id: string,
  context: RequestContext,
): Promise<AnyRecord | undefined> {
  const day = days.get(root);
  const known = day === undefined ? undefined : await loadKnownOn(context, id, day);
  return known ?? context.loaders.record(id);
}
