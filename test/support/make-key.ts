/** Makes API keys in a running product's graph, as `ai-infra-graph keys` does. */
import { createKey, revokeKey } from '../../src/auth/stored-keys.js';
import type { Role } from '../../src/model/actor.js';
import type { GraphStore } from '../../src/store/graph-store.js';

export interface MadeKey {
  readonly id: string;
  /** The whole key, as its holder sends it. */
  readonly text: string;
}

export const makeKey = (store: GraphStore, role: Role, name = 'tester'): Promise<MadeKey> =>
  store.write((writer) => createKey(writer, { name, role, by: 'test', now: new Date() }));

export const endKey = (store: GraphStore, id: string): Promise<unknown> =>
  store.write((writer) => revokeKey(writer, id, { by: 'test', now: new Date() }));
