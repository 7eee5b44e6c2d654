/** Lists agree with what their filters and orders mean, in pages of any size, forwards and backwards. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interfaces, kinds, kindsNamed, referencesOf } from '../../src/model/registry.js';
import type { Filter } from '../../src/records/filter.js';
import { inBatches } from '../../src/records/in-batches.js';
import { countRecords, countRelated, listRecords, listRelated } from '../../src/records/list-records.js';
import { type Listing, type SortOrder, sortOrders } from '../../src/records/listing.js';
import { loadRecords } from '../../src/records/load-records.js';
import { type RecordToWrite, writeRecords } from '../../src/records/write-records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { makeRecords } from '../support/random-records.js';
import { randomFilter, randomOrder } from './random-filters.js';
import { slowFits, slowSort } from './slow-listing.js';
import { type OpenStore, useFilledStore } from './use-store.js';

const records = makeRecords(11);
const listings: readonly Listing[] = [...kinds, ...interfaces];
const ids = records.map(({ input }) => input.id);

const recordsOf = ({ name }: Pick<Listing, 'name'>): RecordToWrite[] =>
  records.filter(({ kind }) => kindsNamed(name).includes(kind));

const idsOf = (name: string): string[] => recordsOf({ name }).map(({ input }) => input.id);

const expectedIds = (listing: Listing, filter: Filter, order: SortOrder): string[] => {
  const fitting = recordsOf(listing)
    .map(({ input }) => input)
    .filter((record) => slowFits(listing, filter, record));
  return slowSort(listing, order, fitting).map(({ id }) => id);
};

interface Walk {
  readonly listing: Listing;
  readonly filter: Filter;
  readonly order: SortOrder;
  readonly size: number;
  readonly isForwards: boolean;
}

const randomWalk: fc.Arbitrary<Walk> = fc.constantFrom(...listings).chain((listing) =>
  fc.record({
    listing: fc.constant(listing),
    filter: fc.oneof(randomFilter(listing, idsOf), fc.constant({})),
    order: randomOrder(listing),
    size: fc.integer({ min: 1, max: 30 }),
    isForwards: fc.boolean(),
  }),
);

/** All pages of a list, joined in the order of the list. */
async function walk(
  store: GraphStore,
  { listing, filter, order, size, isForwards }: Walk,
): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await store.read((reader) =>
      listRecords(reader, listing, {
        filter,
        order,
        ...(isForwards ? { first: size, after: cursor } : { last: size, before: cursor }),
      }),
    );
    const pageIds = page.records.map(({ record }) => record.id);
    if (isForwards) found.push(...pageIds);
    else found.unshift(...pageIds);
    if (!(isForwards ? page.hasNextPage : page.hasPreviousPage)) return found;
    if (pageIds.length !== size) throw new Error(`a page that is not the last has ${pageIds.length} records`);
    cursor = isForwards ? page.records.at(-1)?.cursor : page.records[0]?.cursor;
  }
}

/** The records that point to another by one of these relationships. */
const pointingTo = (parent: string, listing: Listing, relationships: readonly string[]): RecordToWrite[] =>
  recordsOf(listing).filter(({ kind, input }) =>
    referencesOf(kind).some(
      ([name, field]) => relationships.includes(field.relationship) && [input[name]].flat().includes(parent),
    ),
  );

const relations = [
  { listing: 'CloudContract', relationships: ['SUPPLIER'] },
  { listing: 'Deal', relationships: ['SUPPLIER', 'CUSTOMER', 'INVESTOR', 'INVESTEE', 'ACQUIRER', 'TARGET'] },
  { listing: 'Relationship', relationships: ['EVIDENCED_BY'] },
  { listing: 'Event', relationships: ['CONCERNS', 'MENTIONS'] },
] as const;

const randomRelated = fc.constantFrom(...relations).chain((relation) => {
  const listing = listings.find(({ name }) => name === relation.listing) as Listing;
  return fc.record({
    listing: fc.constant(listing),
    relationships: fc.constant(relation.relationships),
    parents: fc.uniqueArray(fc.constantFrom(...ids.slice(0, 48)), { minLength: 1, maxLength: 10 }),
    filter: fc.oneof(randomFilter(listing, idsOf), fc.constant({})),
    order: randomOrder(listing),
    first: fc.integer({ min: 0, max: 8 }),
  });
});

/** How much is tried: each list is a statement of its own, which an engine may be slow to compile. */
export interface ListingEffort {
  /** Random lists. */
  readonly runs: number;
  /** Orders of each list, chosen anew each time; all of them if there are no more. */
  readonly orders: number;
}

const sampleOrders = (listing: Listing, count: number): readonly SortOrder[] =>
  sortOrders(listing).length <= count
    ? sortOrders(listing)
    : fc
        .sample(fc.shuffledSubarray([...sortOrders(listing)], { minLength: count, maxLength: count }), 1)
        .flat();

export function describeListing(openStore: OpenStore, { runs, orders }: ListingEffort): void {
  describe('lists of records', () => {
    const store = useFilledStore(openStore, (opened) =>
      opened.write((writer) => writeRecords(writer, records, { actor: 'test', now: new Date('2026-07-01') })),
    );

    it('every value of every field comes back as it was written', async () => {
      const found = await store().read((reader) => loadRecords(reader, ids));
      expect(ids.map((id) => found.get(id))).toEqual(
        records.map(({ kind, input }) => ({ ...input, kind: kind.code, version: 1 })),
      );
    });

    it('agree with a computation record by record, page by page, in either direction', async () => {
      await fc.assert(
        fc.asyncProperty(randomWalk, async (asked) => {
          const expected = expectedIds(asked.listing, asked.filter, asked.order);
          expect(await walk(store(), asked)).toEqual(expected);
          const total = await store().read((reader) => countRecords(reader, asked.listing, asked.filter));
          expect(total).toBe(expected.length);
        }),
        { numRuns: runs },
      );
    }, 120_000);

    it('keep the orders that they offer, in either direction', async () => {
      const walks = listings.flatMap((listing) =>
        sampleOrders(listing, orders).flatMap((order) =>
          [true, false].map((isForwards) => ({ listing, filter: {}, order, size: 60, isForwards })),
        ),
      );
      for (const batch of inBatches(walks, 10)) {
        const found = await Promise.all(batch.map((asked) => walk(store(), asked)));
        expect(found).toEqual(batch.map(({ listing, order }) => expectedIds(listing, {}, order)));
      }
    });

    it('of what points to records agree too, for many records at once', async () => {
      await fc.assert(
        fc.asyncProperty(randomRelated, async ({ listing, relationships, parents, filter, order, first }) => {
          const relation = { relationships };
          const pages = await store().read((reader) =>
            listRelated(reader, listing, relation, parents, { filter, order, first }),
          );
          const totals = await store().read((reader) =>
            countRelated(reader, listing, relation, parents, filter),
          );
          for (const parent of parents) {
            const pointing = pointingTo(parent, listing, relationships).map(({ input }) => input);
            const fitting = pointing.filter((record) => slowFits(listing, filter, record));
            const expected = slowSort(listing, order, fitting).map(({ id }) => id);
            const page = pages.get(parent);
            expect(page?.records.map(({ record }) => record.id)).toEqual(expected.slice(0, first));
            expect(page?.hasNextPage).toBe(expected.length > first);
            expect(totals.get(parent)).toBe(expected.length);
          }
        }),
        { numRuns: runs },
      );
    }, 120_000);
  });
}
