/** The first stage of search and match: the text index of the engine names the records that are worth comparing. */
import type { AnyRecord } from '../model/kind.js';
import type { GraphStore, TextHit, WorkOptions } from '../store/graph-store.js';
import { findKinds } from './find-kinds.js';
import { loadRecords } from './load-records.js';
import { searchTermsOf } from './search-text.js';

/** How many records are compared at most. */
const MOST_COMPARED = 300;
/** With so many of the wanted kinds among the hits, what comes after them is no match. */
const ENOUGH = 50;
/** How many hits are asked for, and again where too few of them are of the wanted kinds. */
const WIDER_LIMITS = [800, 3_200] as const;

const idsOf = (hits: readonly TextHit[]): string[] => hits.map(({ id }) => id);

/** Which of these records are of these kinds; all are where none is given. */
const ofKinds = (records: Iterable<AnyRecord>, kinds: readonly string[]): AnyRecord[] =>
  [...records].filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));

async function findIdsOfKinds(
  store: GraphStore,
  terms: string,
  kinds: readonly string[],
  options: WorkOptions | undefined,
): Promise<string[]> {
  let ids: string[] = [];
  for (const limit of WIDER_LIMITS) {
    const hits = await store.searchText(terms, limit, options);
    const kindOfId = await store.read((reader) => findKinds(reader, idsOf(hits)), options);
    ids = idsOf(hits).filter((id) => kinds.includes(kindOfId.get(id) ?? ''));
    if (ids.length >= ENOUGH || hits.length < limit) break;
  }
  return ids.slice(0, MOST_COMPARED);
}

/**
 * The records that share most words and grams with a text, at most 300, in no order that means anything: how an engine
 * scores is its own affair. No kinds given: of any kind; else hits are looked through until enough are of these kinds,
 * 3,200 of them at most. None for a text without words.
 */
export async function findCandidates(
  store: GraphStore,
  text: string,
  kinds: readonly string[],
  options?: WorkOptions,
): Promise<AnyRecord[]> {
  const load = async (ids: readonly string[]): Promise<AnyRecord[]> =>
    ofKinds((await store.read((reader) => loadRecords(reader, ids), options)).values(), kinds);

  const terms = searchTermsOf(text, kinds.length === 0 ? undefined : kinds);
  if (terms === '') return [];
  const hits = await store.searchText(terms, MOST_COMPARED, options);
  const candidates = await load(idsOf(hits));
  // Fewer hits than asked for are all that there are.
  if (kinds.length === 0 || candidates.length >= ENOUGH || hits.length < MOST_COMPARED) return candidates;
  return load(await findIdsOfKinds(store, terms, kinds, options));
}
