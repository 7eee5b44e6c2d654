/** What somebody who wrote an id that does not exist probably meant. */
import type { GraphStore } from '../store/graph-store.js';
import { findKinds } from './find-kinds.js';
import { searchTermsOf } from './search-text.js';

const CANDIDATES = 20;
const MOST = 3;

/** The ids of records of this kind whose names or ids look like the text, best first. */
export async function findNearIds(store: GraphStore, text: string, kind: string): Promise<string[]> {
  const hits = await store.searchText(searchTermsOf(text), CANDIDATES);
  const kinds = await store.read((reader) =>
    findKinds(
      reader,
      hits.map(({ id }) => id),
    ),
  );
  return hits
    .map(({ id }) => id)
    .filter((id) => kinds.get(id) === kind)
    .slice(0, MOST);
}
