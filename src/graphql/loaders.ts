/** Batching for one request: what a level of a query asks for is read in one go, however many ask. */
import DataLoader from 'dataloader';
import { AppError } from '../errors.js';
import type { AnyRecord } from '../model/kind.js';
import type { Filter } from '../records/filter.js';
import {
  countRelated,
  type ListRequest,
  listRelated,
  type RecordPage,
  type Relation,
} from '../records/list-records.js';
import type { Listing } from '../records/listing.js';
import type { ReadRecords } from '../records/record-reads.js';
import type { GraphStore } from '../store/graph-store.js';

const MAX_BATCH = 2_000;
/** Lists of a question may be longer than the cost of a query assumes, so what really comes is counted, too. */
const MAX_RECORDS = 50_000;

export interface Loaders {
  /** The record with this id, or undefined. */
  record(id: string): Promise<AnyRecord | undefined>;
  /** The records with these ids, in this order; those that do not exist are left out. */
  records(ids: readonly string[]): Promise<AnyRecord[]>;
  /** A page of the records that point to a parent. */
  related(listing: Listing, relation: Relation, parent: string, request: ListRequest): Promise<RecordPage>;
  /** How many records point to a parent. */
  relatedCount(
    listing: Listing,
    relation: Relation,
    parent: string,
    filter: Filter | undefined,
  ): Promise<number>;
  /** Reads records for those who will ask for them. */
  prefetch(ids: readonly string[]): Promise<void>;
  /** Counts records that go into the answer; rejects with QUERY_TOO_COSTLY where they are too many. */
  count(records: number): void;
  /** The value that is made once for each request and key: what all fields at one place of a query share. */
  shared<Value>(key: object, make: () => Value): Value;
  /** Forgets what was read, for a write has changed the graph. */
  forget(): void;
  /** A loader of this name, made once for each request. What `load` gives beyond its keys is kept for those who ask later. */
  batched<Key, Value>(
    name: string,
    load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  ): (key: Key) => Promise<Value>;
}

/** A key that tells two different sets of arguments apart. */
const keyOf = (...parts: readonly unknown[]): string =>
  JSON.stringify(parts, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value));

export interface LoaderSource {
  readonly store: GraphStore;
  readonly readRecords: ReadRecords;
}

/** `onForget` is told when what was read is to be forgotten. */
export function createLoaders(
  { store, readRecords }: LoaderSource,
  signal: AbortSignal,
  onForget: () => void,
): Loaders {
  const options = { signal };
  const byName = new Map<string, DataLoader<unknown, unknown>>();
  const byKey = new Map<object, unknown>();
  let handedOut = 0;

  function count(records: number): void {
    handedOut += records;
    if (handedOut <= MAX_RECORDS) return;
    throw new AppError(
      'QUERY_TOO_COSTLY',
      `The answer would have more than ${MAX_RECORDS} records; ask for fewer tiers or shorter lists.`,
      { details: { measure: 'records', limit: MAX_RECORDS } },
    );
  }

  function batched<Key, Value>(
    name: string,
    load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  ): (key: Key) => Promise<Value> {
    let loader = byName.get(name) as DataLoader<Key, Value> | undefined;
    if (loader === undefined) {
      loader = new DataLoader<Key, Value>(
        async (keys) => {
          const values = await load(keys);
          for (const [key, value] of values) loader?.prime(key, value);
          return keys.map((key) => values.get(key) as Value);
        },
        { maxBatchSize: MAX_BATCH },
      );
      byName.set(name, loader as DataLoader<unknown, unknown>);
    }
    const known = loader;
    return (key) => known.load(key);
  }

  const load = batched<string, AnyRecord | undefined>('record', (ids) => readRecords(ids, signal));

  async function record(id: string): Promise<AnyRecord | undefined> {
    count(1);
    return load(id);
  }

  return {
    record,
    batched,
    count,
    shared<Value>(key: object, make: () => Value) {
      if (!byKey.has(key)) byKey.set(key, make());
      return byKey.get(key) as Value;
    },
    forget() {
      for (const loader of byName.values()) loader.clearAll();
      onForget();
    },
    async prefetch(ids) {
      await Promise.all(ids.map(load));
    },
    async records(ids) {
      const found = await Promise.all(ids.map(record));
      return found.filter((one) => one !== undefined);
    },
    async related(listing, relation, parent, request) {
      const page = await batched<string, RecordPage>(
        keyOf('related', listing.name, relation, request),
        (parents) =>
          store.read((reader) => listRelated(reader, listing, relation, parents, request), options),
      )(parent);
      count(page.records.length);
      return page;
    },
    relatedCount: (listing, relation, parent, filter) =>
      batched<string, number>(keyOf('count', listing.name, relation, filter), (parents) =>
        store.read((reader) => countRelated(reader, listing, relation, parents, filter), options),
      )(parent),
  };
}
