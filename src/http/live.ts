/** What both transports of subscriptions share. */
import type { GraphQLError } from 'graphql';
import { AppError } from '../errors.js';
import { createContext, type SharedGraph } from '../graphql/context.js';
import {
  followLive,
  type InContext,
  type LiveOptions,
  type LiveRequest,
  type LiveResult,
  type LiveResults,
  type PreparedLive,
  prepareLive,
  refusalOf,
} from '../graphql/live-operation.js';
import type { Feed } from '../live/follow-changes.js';
import type { Actor } from '../model/actor.js';
import { startDeadline } from './deadline.js';
import { createPlaces } from './places.js';

/** Who follows: its name, or else its address, is what its subscriptions are counted by. */
export interface Subscriber {
  readonly actor: Actor | undefined;
  readonly address: string;
  /** Aborts when the connection has ended, and with it all that is followed over it. */
  readonly gone: AbortSignal;
}

export interface Live {
  prepare(request: LiveRequest): PreparedLive | readonly GraphQLError[];
  /** Rejects with RATE_LIMITED a subscriber that follows as much as it may. */
  follow(prepared: PreparedLive, subscriber: Subscriber): Promise<LiveResults | LiveResult>;
  readonly formatError: LiveOptions['formatError'];
  /** A fault as clients are told of it. */
  refusal(fault: unknown): GraphQLError;
  /** Ends all subscriptions: they would keep the server from closing. */
  end(): void;
}

export interface LiveSettings extends LiveOptions {
  readonly graph: SharedGraph;
  readonly feed: Feed;
  readonly requestTimeoutMs: number;
  readonly subscriptionsPerClient: number;
}

const tooMany = (max: number): AppError =>
  new AppError('RATE_LIMITED', `A client may hold ${max} subscriptions at once; end one first.`, {
    details: { limit: max },
  });

export function createLive(settings: LiveSettings): Live {
  const { graph, feed, requestTimeoutMs } = settings;
  const takePlace = createPlaces({ maxPerClient: settings.subscriptionsPerClient }, tooMany);
  const open = new Set<LiveResults>();
  return {
    formatError: settings.formatError,
    refusal: refusalOf,
    prepare: (request) => prepareLive(settings, request),
    async follow(prepared, { actor, address, gone }) {
      const free = takePlace(actor?.name ?? address);
      // The deadline of a request holds for the answer to each event.
      const inContext: InContext = async (work) => {
        const { signal, end } = startDeadline(requestTimeoutMs);
        try {
          return await work({ ...createContext({ graph, actor, signal }), feed });
        } finally {
          end();
        }
      };
      let following: LiveResults | undefined;
      // Also while the next event is waited for, and where its transport has lost sight of it.
      const leave = (): void => void following?.return?.();
      const results = await followLive(settings, prepared, inContext, () => {
        free();
        gone.removeEventListener('abort', leave);
        if (following !== undefined) open.delete(following);
      });
      if ('next' in results) {
        following = results;
        open.add(following);
        gone.addEventListener('abort', leave);
        if (gone.aborted) leave();
      }
      return results;
    },
    end() {
      for (const results of open) void results.return?.();
    },
  };
}
