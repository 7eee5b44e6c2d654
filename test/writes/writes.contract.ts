/** What every engine promises to those who write. */
import { describe } from 'vitest';
import type { OpenStore } from '../store/use-store.js';
import { describeHistory } from './history.contract.js';
import { describeImports } from './imports.contract.js';
import { describeKinds } from './kinds.contract.js';
import { describeNames } from './names.contract.js';
import { describeRefusals } from './refusals.contract.js';
import { describeRetraction } from './retraction.contract.js';
import { describeUpserts } from './upsert.contract.js';
import { describeVersions } from './versions.contract.js';

export function describeWrites(name: string, openStore: OpenStore): void {
  describe(`writes to ${name}`, () => {
    describeUpserts(openStore);
    describeRefusals(openStore);
    describeVersions(openStore);
    describeNames(openStore);
    describeRetraction(openStore);
    describeHistory(openStore);
    describeKinds(openStore);
    describeImports(openStore);
  });
}
