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
import { type Asker, createContext, createQueryContext, type RequestContext } from './context.js';

export type Operation = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

const stale = new Error('the graph was changed, so the query is run once more');

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
  callOff(): void;
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
    callOff: () => controller.abort(stale),
    end: () => request.removeEventListener('abort', follow),
  };
}

async function runQuery(operation: Operation, asker: Asker): Promise<ExecutionResult> {
  const { signal, callOff, end } = startAttempt(asker.signal);
  const snapshot = assumeLatest(asker.graph.snapshots, asker.signal, callOff);
  try {
    const result = await runIn(operation, createQueryContext({ ...asker, signal }, snapshot));
    if (await snapshot.wasCurrent()) return result;
  } finally {
    end();
  }
  return runIn(operation, createQueryContext(asker, snapshot.validated));
}

export const runOperation = (operation: Operation, asker: Asker): Promise<ExecutionResult> =>
  isQuery(operation) ? runQuery(operation, asker) : runIn(operation, createContext(asker));
