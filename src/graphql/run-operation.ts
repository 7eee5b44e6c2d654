/**
 * Runs an operation that was found valid. A query goes by the snapshot that was current last, while the graph is looked at
 * beside it; if that was not current any more, all of it is thrown away and done once more by what the look gave. So no
 * answer is older than its question, and mostly nobody waits for the look.
 */
import { setMaxListeners } from 'node:events';
import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  getOperationAST,
  OperationTypeNode,
} from 'graphql';
import { assumeLatest } from '../snapshot/optimistic-snapshot.js';
import type { SnapshotSource } from '../snapshot/snapshots.js';
import { type Asker, createContext, createQueryContext, type RequestContext } from './context.js';

export type Operation = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

const stale = new Error('the graph was changed, so the query is run once more');
const answered = new Error('the query is answered, and nobody waits for the rest of it');

const isQuery = ({ document, operationName }: Operation): boolean =>
  getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY;

/** A bare list has no place to say that it was cut short, so the extensions of the answer tell. */
async function runIn(operation: Operation, contextValue: RequestContext): Promise<ExecutionResult> {
  const result = await execute({ ...operation, contextValue });
  const { truncations } = contextValue;
  return truncations.length === 0 ? result : { ...result, extensions: { truncated: truncations } };
}

interface Attempt {
  readonly signal: AbortSignal;
  callOff(reason: Error): void;
  /** It no longer follows the request. */
  end(): void;
}

/** Has the signal of a request, but can be called off before. */
function startAttempt(request: AbortSignal): Attempt {
  const controller = new AbortController();
  const follow = (): void => controller.abort(request.reason);
  if (request.aborted) follow();
  // A program may ask all its queries with one signal.
  setMaxListeners(0, request);
  request.addEventListener('abort', follow);
  return {
    signal: controller.signal,
    callOff: (reason) => controller.abort(reason),
    end: () => request.removeEventListener('abort', follow),
  };
}

async function runAttempt(
  operation: Operation,
  asker: Asker,
  snapshots: SnapshotSource,
  { signal, callOff, end }: Attempt,
): Promise<ExecutionResult> {
  try {
    const result = await runIn(operation, createQueryContext({ ...asker, signal }, snapshots));
    // The fault of a field that may not be null is an answer at once, while the fields beside it are computed on.
    if (result.errors !== undefined) callOff(answered);
    return result;
  } finally {
    end();
  }
}

async function runQuery(operation: Operation, asker: Asker): Promise<ExecutionResult> {
  const attempt = startAttempt(asker.signal);
  const snapshot = assumeLatest(asker.graph.snapshots, asker.signal, () => attempt.callOff(stale));
  const result = await runAttempt(operation, asker, snapshot, attempt);
  if (await snapshot.wasCurrent()) return result;
  return runAttempt(operation, asker, snapshot.validated, startAttempt(asker.signal));
}

export const runOperation = (operation: Operation, asker: Asker): Promise<ExecutionResult> =>
  isQuery(operation) ? runQuery(operation, asker) : runIn(operation, createContext(asker));
