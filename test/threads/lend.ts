/** A store whose reads go the way of those of a thread, over a channel in one process. */
import { MessageChannel } from 'node:worker_threads';
import type { GraphStore } from '../../src/store/graph-store.js';
import { lendStore } from '../../src/threads/lend-store.js';
import { openLentStore } from '../../src/threads/lent-store.js';
import { connect, type ProcessFunctions, type ThreadFunctions } from '../../src/threads/messages.js';

type Work = Pick<ThreadFunctions, 'work'>;

export function lend(store: GraphStore): GraphStore {
  const { port1, port2 } = new MessageChannel();
  const thread = connect<Work, ProcessFunctions>(
    port1,
    lendStore(store, (read, attempt): Promise<void> => thread.work(read, attempt)),
  );
  const process = connect<ProcessFunctions, Work>(port2, {
    work: (read, attempt): Promise<void> => lent.work(read, attempt),
  });
  const lent = openLentStore(process, store.engine);
  // A closed graph still says so, but keeps no process alive.
  port1.unref();
  port2.unref();
  const { read, searchText } = lent.store;
  return { ...store, read, searchText };
}
