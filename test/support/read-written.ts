/** What whoever changes records or keys leaves behind, to see that a refused request left nothing. */
import { listKeys, type StoredKey } from '../../src/auth/stored-keys.js';
import { readLedger } from '../../src/records/ledger.js';
import type { GraphStore } from '../../src/store/graph-store.js';

export interface Written {
  /** Of the last change; 0 where nothing was ever written. */
  readonly sequence: number;
  readonly keys: readonly StoredKey[];
}

export const readWritten = (store: GraphStore): Promise<Written> =>
  store.read(async (reader) => ({
    sequence: (await readLedger(reader)).sequence,
    keys: await listKeys(reader),
  }));
