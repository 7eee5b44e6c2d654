/** What every engine promises to those who use the port: all that is written in src/store/graph-store.ts. */
import { describe } from 'vitest';
import { describeConcurrency } from './concurrency.contract.js';
import { describeEnding } from './ending.contract.js';
import { describeSearchText } from './search-text.contract.js';
import { describeStatements } from './statements.contract.js';
import { describeTogether } from './together.contract.js';
import { describeTransactions } from './transactions.contract.js';
import type { OpenStore } from './use-store.js';
import { describeValues } from './values.contract.js';

/** `openToClose` gives a store that is nobody else's; by default all are. */
export function describeGraphStore(name: string, openStore: OpenStore, openToClose = openStore): void {
  describe(`${name} as a graph store`, () => {
    describeValues(openStore);
    describeStatements(openStore);
    describeTransactions(openStore);
    describeTogether(openStore);
    describeConcurrency(openStore);
    describeSearchText(openStore);
    describeEnding(openToClose);
  });
}
