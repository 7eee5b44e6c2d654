/** A fresh, empty graph for each test of a contract, closed after it. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.js';

/** Gives an empty graph; the caller closes it. */
export type OpenStore = () => Promise<GraphStore>;

/** Called once in a `describe`; the function that it gives is for its tests. */
export function useStore(openStore: OpenStore): () => GraphStore {
  let store: GraphStore | undefined;
  beforeEach(async () => {
    store = await openStore();
  });
  afterEach(() => store?.close());
  return () => {
    if (store === undefined) throw new Error('the graph is open only while a test runs');
    return store;
  };
}

/** The same, but one graph for all tests of a `describe`, filled once: they leave it as it is. */
export function useFilledStore(
  openStore: OpenStore,
  fill: (store: GraphStore) => Promise<unknown>,
): () => GraphStore {
  let store: GraphStore | undefined;
  beforeAll(async () => {
    store = await openStore();
    await fill(store);
  });
  afterAll(() => store?.close());
  return () => {
    if (store === undefined) throw new Error('the graph is open only while tests run');
    return store;
  };
}

/** The ids of all records, in order. */
export async function idsIn(store: GraphStore): Promise<string[]> {
  const rows = await store.read((reader) =>
    reader.run<{ id: string }>('MATCH (record:Entity) RETURN record.id AS id ORDER BY id'),
  );
  return rows.map(({ id }) => id);
}

/** Makes a record that has only an id and, if given, a text to be found by. */
export const createRecord = (store: GraphStore, id: string, searchText = ''): Promise<unknown> =>
  store.write((writer) =>
    writer.run('CREATE (record:Entity {id: $id, searchText: $searchText})', { id, searchText }),
  );
