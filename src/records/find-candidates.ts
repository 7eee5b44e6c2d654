/** The first stage of search and match: the text index of the engine names the records that are worth comparing. */
import type { AnyRecord } from '../model/kind.js';
import type { GraphStore, TextHit, WorkOptions } from '../store/graph-store.js';
import { findKinds } from './find-kinds.js';
import { loadRecords } from './load-records.js';
import { searchTermsOf } from './search-text.js';

/** How many records are compared at most. */
const MOST_COMPARED = 200;
/** With so many of the wanted kinds among the hits, what comes after them is no match. */
const ENOUGH = 50;
/** How many hits are asked for, and again where too few of them are of the wanted kinds. */
const WIDER_LIMITS = [800, 3_200] as const;

const idsOf = (hits: readonly TextHit[]): string[] => hits.map(({ id }) => id);

async function idsOfKinds(
  store: GraphStore,
  hits: readonly TextHit[],
  kinds: ReadonlySet<string>,
  options: WorkOptions | undefined,
): Promise<string[]> {
  const kindOfId = await store.read((reader) => findKinds(reader, idsOf(hits)), options);
  return idsOf(hits).filter((id) => kinds.has(kindOfId.get(id) ?? ''));
}

async function findIds(
  store: GraphStore,
  terms: string,
  kinds: readonly string[],
  options: WorkOptions | undefined,
): Promise<string[]> {
  const hits = await store.searchText(terms, MOST_COMPARED, options);
  if (kinds.length === 0) return idsOf(hits);
  const wanted = new Set(kinds);
  let ids = await idsOfKinds(store, hits, wanted, options);
  let asked: number = MOST_COMPARED;
  let found = hits.length;
  for (const limit of WIDER_LIMITS) {
    // Fewer hits than asked for are all that there are.
    if (ids.length >= ENOUGH || found < asked) break;
    const wider = await store.searchText(terms, limit, options);
    ids = await idsOfKinds(store, wider, wanted, options);
    [asked, found] = [limit, wider.length];
  }
  return ids.slice(0, MOST_COMPARED);
}

/**
 * The records that share most words and grams with a text, at most 200, in no order that means anything: how an engine
 * scores is its own affair. No kinds given: of any kind; else hits are looked through until enough are of these kinds,
 * 3,200 of them at most. None for a text without words.
 */
export async function findCandidates(
  store: GraphStore,
  text: string,
  kinds: readonly string[],
  options?: WorkOptions,
): Promise<AnyRecord[]> {
  const terms = searchTermsOf(text);
  if (terms === '') return [];
  const ids = await findIds(store, terms, kinds, options);
  const records = await store.read((reader) => loadRecords(reader, ids), options);
  return [...records.values()];
}
