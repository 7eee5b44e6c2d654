/** Lends the store to a thread, to read in: the engine belongs to one thread only, and the embedded one to one process. */
import type { GraphStore, Reader, WorkOptions } from '../store/graph-store.js';
import type { ProcessFunctions, ThreadFunctions } from './messages.js';

const calledOff = new Error('the thread called it off');

/** `work` has the thread do the work of a read. */
export function lendStore(store: GraphStore, work: ThreadFunctions['work']): ProcessFunctions {
  const readers = new Map<number, Reader>();
  const endings = new Map<number, AbortController>();
  let attempts = 0;

  async function attempt(read: number, reader: Reader): Promise<void> {
    attempts += 1;
    const number = attempts;
    const faults: unknown[] = [];
    readers.set(number, {
      run: (statement, parameters) =>
        reader.run<never>(statement, parameters).catch((fault: unknown) => {
          faults.push(fault);
          throw fault;
        }),
    });
    try {
      await work(read, number);
    } catch (fault) {
      // Of its own faults the store knows after which ones to try again; a message does not bring back the same one.
      throw faults[0] ?? fault;
    } finally {
      readers.delete(number);
    }
  }

  async function endable<Result>(
    number: number,
    begin: (options: WorkOptions) => Promise<Result>,
  ): Promise<Result> {
    const ending = new AbortController();
    endings.set(number, ending);
    try {
      return await begin({ signal: ending.signal });
    } finally {
      endings.delete(number);
    }
  }

  return {
    read: (read) => endable(read, (options) => store.read((reader) => attempt(read, reader), options)),
    async run(number, statement, parameters) {
      const reader = readers.get(number);
      if (reader === undefined) throw new Error('a statement came after the end of its read');
      return reader.run(statement, parameters);
    },
    searchText: (search, words, limit) =>
      endable(search, (options) => store.searchText(words, limit, options)),
    callOff: (number) => endings.get(number)?.abort(calledOff),
  };
}
