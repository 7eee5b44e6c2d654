/** What records, flows and questions promise, which is the same on every engine. */
import { describe } from 'vitest';
import { describeConsistency } from './consistency.contract.js';
import { describeImport } from './import.contract.js';
import { describeListing, type ListingEffort } from './listing.contract.js';
import { describeTierQuestions } from './tier-questions.contract.js';
import type { OpenStore } from './use-store.js';

export interface Effort extends ListingEffort {
  /** Random graphs that are made and asked about. */
  readonly worlds: number;
}

export function describeRecords(name: string, openStore: OpenStore, effort: Effort): void {
  describe(`records in ${name}`, () => {
    describeImport(openStore);
    describeConsistency(openStore);
    describeListing(openStore, effort);
    describeTierQuestions(openStore, effort.worlds);
  });
}
