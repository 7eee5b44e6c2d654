/** Whatever is sent, however wrong or ill meant: never a fault of the server, a stack trace or half a write, on any engine. */
import { describe } from 'vitest';
import { describeMalformedImports } from '../imports/malformed.contract.js';
import type { OpenStore } from '../store/use-store.js';
import { describeInjection } from './injection.contract.js';
import { describeMalformedArguments } from './malformed-arguments.contract.js';
import { describeMalformedHeaders } from './malformed-headers.contract.js';
import { describeMalformedMutations } from './malformed-mutations.contract.js';
import { describeMalformedQueries } from './malformed-queries.contract.js';
import { describeMalformedRequests } from './malformed-requests.contract.js';

export function describeHostileInput(name: string, openStore: OpenStore): void {
  describe(`hostile input to ${name}`, () => {
    describeMalformedRequests(openStore);
    describeMalformedHeaders(openStore);
    describeMalformedArguments(openStore);
    describeMalformedQueries(openStore);
    describeMalformedMutations(openStore);
    describeMalformedImports(openStore, 600);
    describeInjection(openStore);
  });
}
