/** A store that counts what is asked of it: every statement run, and every search of the text index. */
import type { GraphStore, Reader } from '../../src/store/graph-store.js';

export interface CountedStore extends GraphStore {
  /** How many calls were made so far. */
  readonly calls: number;
}

export function countCalls(store: GraphStore): CountedStore {
  let calls = 0;
  const counting = (reader: Reader): Reader => ({
    run(statement, parameters) {
      calls += 1;
      return reader.run(statement, parameters);
    },
  });
  return {
    get calls() {
      return calls;
    },
    engine: store.engine,
    read: (work, options) => store.read((reader) => work(counting(reader)), options),
    write: (work, options) => store.write((writer) => work(counting(writer)), options),
    searchText(words, limit, options) {
      calls += 1;
      return store.searchText(words, limit, options);
    },
    check: () => store.check(),
    close: () => store.close(),
  };
}
