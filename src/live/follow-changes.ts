/** Follows the change feed from a number on, as fast as the one who follows can take it: nothing is kept for the slow. */
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../errors.js';
import type { Change } from '../records/change.js';
import { readLedger } from '../records/ledger.js';
import { type ChangePage, checkAfter, readChanges } from '../records/read-changes.js';
import type { GraphStore } from '../store/graph-store.js';
import type { ChangeWatch } from './change-watch.js';
import { concerns, type Interest } from './concerns.js';

const PAGE = 200;
/** How long to leave a graph alone that could not be reached. */
const PAUSE_MS = 1_000;

export interface Following extends Interest {
  /** Go on behind the change with this number; left out: only what is still to come. */
  readonly after?: number | undefined;
}

export interface Feed {
  readonly store: GraphStore;
  readonly watch: ChangeWatch;
}

/** Reads again for as long as the graph can't be reached: a feed outlives a restart of the database. */
async function patiently<Result>(read: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'UNAVAILABLE') throw error;
      await wait(PAUSE_MS, undefined, { signal, ref: false });
    }
  }
}

async function* pagesFrom(
  { store, watch }: Feed,
  after: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<ChangePage> {
  let last = after ?? (await patiently(() => store.read(readLedger, { signal }), signal)).sequence;
  for (;;) {
    const from = last;
    const page = await patiently(
      () => store.read((reader) => readChanges(reader, { after: from, first: PAGE }), { signal }),
      signal,
    );
    yield page;
    last = page.lastSequence;
    if (!page.hasMore) await watch.beyond(last, signal);
  }
}

async function* changesFrom(
  feed: Feed,
  { after, ...interest }: Following,
  signal: AbortSignal,
): AsyncGenerator<Change> {
  for await (const { changes } of pagesFrom(feed, after, signal)) {
    for (const change of changes) if (concerns(interest, change)) yield change;
  }
}

/**
 * The changes in order, each once. Ends when it is returned, also while it waits for the next one. Throws VALIDATION_FAILED
 * for a number that no change has.
 */
export function followChanges(feed: Feed, following: Following): AsyncIterableIterator<Change> {
  checkAfter(following.after ?? 0);
  const ending = new AbortController();
  const changes = changesFrom(feed, following, ending.signal);
  const end = async (): Promise<IteratorResult<Change, void>> => {
    // A generator that waits can't be returned before its wait is over.
    ending.abort();
    await changes.return(undefined).catch(() => undefined);
    return { done: true, value: undefined };
  };
  return {
    next: async () => {
      try {
        return await changes.next();
      } catch (error) {
        if (ending.signal.aborted) return { done: true, value: undefined };
        throw error;
      }
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
