/** Holds what questions go by: reads it whole once, and after that only the records that were changed. */
import { setImmediate } from 'node:timers/promises';
import type { AnyRecord } from '../model/kind.js';
import { readLedger } from '../records/ledger.js';
import { loadRecords } from '../records/load-records.js';
import { readChangedIds } from '../records/read-changed-ids.js';
import { scanRecords } from '../records/scan-records.js';
import type { Reader } from '../store/graph-store.js';
import { type Holder, holderOf, holders, type Intern } from './held-records.js';
import {
  draftHoldings,
  emptyHoldings,
  type Holdings,
  type HoldingsDraft,
  heldIn,
  isSparse,
  snapshotOf,
} from './holdings.js';
import type { Snapshot } from './snapshot.js';

/** Of the first reading: an engine may look through all records of a kind for each page. */
const RECORDS_AT_ONCE = 5_000;
/** Of what follows: a few milliseconds of work for those who share the process. */
const CHANGES_AT_ONCE = 2_000;

/** Runs reads that see one state of the graph. */
export type Read = <Result>(work: (reader: Reader) => Promise<Result>) => Promise<Result>;

export interface Archive {
  /** The graph in a state that it was in after the call. Only one call at a time; one that failed is gone on with by the next. */
  catchUp(read: Read): Promise<Snapshot>;
}

interface State {
  readonly holdings: Holdings;
  readonly snapshot: Snapshot;
}

/** The first reading, of all records, as far as it has come. */
interface FirstReading {
  /** The number of the last change before it. */
  readonly sequence: number;
  readonly draft: HoldingsDraft;
  /** Those whose records are not all read; of the first one, those after an id. */
  readonly waiting: Holder[];
  after: string;
}

interface News {
  /** The number of the last change of all. */
  readonly newest: number;
  /** The number of the last change that these are of. */
  readonly last: number;
  readonly ids: readonly string[];
  /** Those that are not retracted. */
  readonly records: ReadonlyMap<string, AnyRecord>;
}

async function readNews(reader: Reader, after: number): Promise<News> {
  const { sequence: newest } = await readLedger(reader);
  const last = Math.min(newest, after + CHANGES_AT_ONCE);
  const ids = last > after ? await readChangedIds(reader, after, last) : [];
  return { newest, last, ids, records: await loadRecords(reader, ids) };
}

const stateOf = (holdings: Holdings, sequence: number): State => ({
  holdings,
  snapshot: snapshotOf(holdings, sequence),
});

function createIntern(): Intern {
  const texts = new Map<string, string>();
  return <Text extends string>(text: Text): Text => {
    const known = texts.get(text) as Text | undefined;
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
}

export function createArchive(): Archive {
  const intern = createIntern();
  let firstReading: FirstReading | undefined;
  let state: State | undefined;

  async function begin(read: Read): Promise<FirstReading> {
    const { sequence } = await read(readLedger);
    return {
      sequence,
      draft: draftHoldings(emptyHoldings()),
      waiting: [...holders],
      after: '',
    };
  }

  /** Pages may be of different states; what changes from the first one on is read again as news. */
  async function readAll(read: Read): Promise<State> {
    firstReading ??= await begin(read);
    const reading = firstReading;
    for (let holder = reading.waiting[0]; holder !== undefined; holder = reading.waiting[0]) {
      const { kind, fields, hold } = holder;
      const page = await read((reader) => scanRecords(reader, kind, reading.after, RECORDS_AT_ONCE, fields));
      for (const record of page) reading.draft.add(hold(record, intern));
      const isLast = page.length < RECORDS_AT_ONCE;
      if (isLast) reading.waiting.shift();
      reading.after = isLast ? '' : (page.at(-1)?.id ?? '');
    }
    firstReading = undefined;
    return stateOf(reading.draft.finish(), reading.sequence);
  }

  function revise({ holdings }: State, { ids, records, last }: News): State {
    const draft = draftHoldings(holdings);
    for (const id of ids) {
      draft.remove(id);
      const record = records.get(id);
      const held = record && holderOf(record.kind)?.hold(record, intern);
      if (held !== undefined) draft.add(held);
    }
    return stateOf(draft.finish(), last);
  }

  /** Moves what is held to new columns where most rows are of no use any more; a little at a time, for it may be much. */
  async function tidy(old: State): Promise<State> {
    if (!isSparse(old.holdings)) return old;
    const draft = draftHoldings(emptyHoldings());
    let moved = 0;
    for (const held of heldIn(old.holdings)) {
      draft.add(held);
      moved += 1;
      if (moved % CHANGES_AT_ONCE === 0) await setImmediate();
    }
    return stateOf(draft.finish(), old.snapshot.sequence);
  }

  return {
    async catchUp(read) {
      for (;;) {
        state ??= await readAll(read);
        const known = state.snapshot.sequence;
        const news = await read((reader) => readNews(reader, known));
        // Someone put an older graph in its place.
        if (news.newest < known) state = undefined;
        else if (news.last > known) state = await tidy(revise(state, news));
        if (news.last === news.newest && state !== undefined) return state.snapshot;
      }
    },
  };
}
