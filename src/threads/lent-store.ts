/** The store as a thread sees it: the process has it, and the thread asks for what it reads by messages. */
import type { GraphStore, Reader, WorkOptions } from '../store/graph-store.js';
import { untilAborted } from '../store/until-aborted.js';
import type { ProcessFunctions, ThreadFunctions } from './messages.js';

export interface LentStore {
  readonly store: GraphStore;
  /** Does the work of a read for the process. */
  readonly work: ThreadFunctions['work'];
}

const readsOnly = async (): Promise<never> => {
  throw new Error('a thread that answers queries only reads');
};

/** `engine` is the name of the store's own. */
export function openLentStore(process: ProcessFunctions, engine: string): LentStore {
  const works = new Map<number, (reader: Reader) => Promise<void>>();
  let numbers = 0;

  function nextNumber(): number {
    numbers += 1;
    return numbers;
  }

  async function endable<Result>(
    number: number,
    result: Promise<Result>,
    { signal }: WorkOptions = {},
  ): Promise<Result> {
    if (signal === undefined) return result;
    const callOff = (): void => process.callOff(number);
    signal.addEventListener('abort', callOff);
    try {
      return await untilAborted(signal, result);
    } finally {
      signal.removeEventListener('abort', callOff);
    }
  }

  async function read<Result>(
    work: (reader: Reader) => Promise<Result>,
    options?: WorkOptions,
  ): Promise<Result> {
    options?.signal?.throwIfAborted();
    const number = nextNumber();
    // A thread and its process pass on texts and numbers; what the work makes of them stays here.
    const results: Result[] = [];
    works.set(number, async (reader) => {
      results.push(await work(reader));
    });
    try {
      await endable(number, process.read(number), options);
      return results.at(-1) as Result;
    } finally {
      works.delete(number);
    }
  }

  return {
    async work(number, attempt) {
      const work = works.get(number);
      if (work === undefined) throw new Error('nobody waits for this read any more');
      await work({
        run: <Row>(...statement: Parameters<Reader['run']>) =>
          process.run(attempt, ...statement) as Promise<Row[]>,
      });
    },
    store: {
      engine,
      read,
      async searchText(words, limit, options) {
        options?.signal?.throwIfAborted();
        const number = nextNumber();
        return endable(number, process.searchText(number, words, limit), options);
      },
      write: readsOnly,
      check: readsOnly,
      close: async () => undefined,
    },
  };
}
