// What an administrator asks for may take long, but nothing of it goes on for ever.
import type { GraphQLResolveInfo } from 'graphql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { upkeepMutations, upkeepQueries } from '../../src/graphql/administration/upkeep.js';
import type { RequestContext } from '../../src/graphql/context.js';
import type { GraphStore, WorkOptions } from '../../src/store/graph-store.js';
import { untilAborted } from '../../src/store/until-aborted.js';
import { forever } from '../store/gate.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const ended = (_work: unknown, { signal }: WorkOptions = {}): Promise<never> =>
  signal === undefined ? forever() : untilAborted(signal, forever());
/** It ends nothing but what it is told to end. */
const stuck = { read: ended, write: ended, backup: ended } as unknown as GraphStore;
const context = {
  actor: { name: 'grace', role: 'ADMIN' },
  graph: { store: stuck },
} as unknown as RequestContext;

test.each([...upkeepQueries, ...upkeepMutations].map(({ name, resolve }) => [name, resolve] as const))(
  '%s ends after an hour, and says so',
  async (_name, resolve) => {
    const work = expect(
      resolve?.(undefined as never, context, {}, {} as GraphQLResolveInfo),
    ).rejects.toMatchObject({
      code: 'TIMEOUT',
      message: 'The work took longer than an hour and was cancelled.',
    });
    await vi.advanceTimersByTimeAsync(60 * 60 * 1_000);
    await work;
    expect(vi.getTimerCount()).toBe(0);
  },
);
