/** A thread that answers queries as the process does, by a snapshot of its own. */
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { parse } from 'graphql';
import { shareGraph } from '../graphql/context.js';
import { runOperation } from '../graphql/run-operation.js';
import { createSchema } from '../graphql/schema.js';
import { createSnapshots } from '../snapshot/snapshots.js';
import { carryAnswerFault, faultCarried } from './carried-fault.js';
import { openLentStore } from './lent-store.js';
import { type Channel, connect, type ProcessFunctions, type ThreadFunctions } from './messages.js';

/** What a thread is started with. */
export interface ThreadSettings {
  /** The name of the engine. */
  readonly engine: string;
}

// On Linux each thread has a priority of its own: what the process does for all others comes first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const { engine } = workerData as ThreadSettings;
const schema = createSchema();
const endings = new Map<number, AbortController>();

const functions: ThreadFunctions = {
  async prepare() {
    await graph.snapshots.current();
  },
  async answer(query, { text, operationName, variables, actor }) {
    const ending = new AbortController();
    endings.set(query, ending);
    try {
      const { data, errors, extensions } = await runOperation(
        { schema, document: parse(text), operationName, variableValues: variables },
        { graph, actor, signal: ending.signal },
      );
      return {
        data: data === undefined ? undefined : JSON.stringify(data),
        errors: errors?.map(carryAnswerFault),
        extensions,
      };
    } finally {
      endings.delete(query);
    }
  },
  callOff: (query, reason) => endings.get(query)?.abort(faultCarried(reason)),
  work: (read, attempt) => lent.work(read, attempt),
};

const lent = openLentStore(
  connect<ProcessFunctions, ThreadFunctions>(parentPort as Channel, functions),
  engine,
);
const graph = shareGraph({ store: lent.store, snapshots: createSnapshots(lent.store) });
