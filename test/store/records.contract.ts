/** What records, flows and questions promise, which is the same on every engine. */
import { describe } from 'vitest';
import { describeConsistency } from './consistency.contract.js';
import { describeImport } from './import.contract.js';
import { describeListing, type ListingEffort } from './listing.contract.js';
import { describeMigrations } from './migrations.contract.js';
import { describeRecordReads } from './record-reads.contract.js';
import { describeRoundTrips } from './round-trip.contract.js';
import type { OpenStore } from './use-store.js';

export function describeRecords(name: string, openStore: OpenStore, effort: ListingEffort): void {
  describe(`records in ${name}`, () => {
    describeImport(openStore);
    describeRoundTrips(openStore);
    describeConsistency(openStore);
    describeMigrations(openStore);
    describeRecordReads(openStore);
    describeListing(openStore, effort);
  });
}
