/** Our API over a graph, as `serve` runs it, without the limits that keep strangers at bay. */
import { setTimeout as wait } from 'node:timers/promises';
import { DEFAULT_COUNT } from '../../src/threads/answer-threads.js';
import { type Environment, serveOurs } from '../serve.js';
import { type GraphQLOverHttp, graphqlClientOf } from './graphql-client.js';

const unlimited = { RATE_LIMIT: '0', MAX_EVENT_LOOP_DELAY_MS: '0', REQUEST_TIMEOUT_MS: '600000' };
const ASK_AGAIN_MS = 50;

/** The server listens before it has reached Neo4j. */
async function untilReady(url: string): Promise<void> {
  while (!(await fetch(new URL('/health/ready', url))).ok) await wait(ASK_AGAIN_MS);
}

export interface OurApi extends GraphQLOverHttp {
  /** Resolves once all threads are ready that answer the questions of a large graph. */
  untilThreaded(): Promise<void>;
}

/** `graph` are the settings that tell which one. */
export async function openOurApi(graph: Environment): Promise<OurApi> {
  const served = await serveOurs({ ...unlimited, LOG_LEVEL: 'info', ...graph });
  await untilReady(served.url);
  return { ...graphqlClientOf(served), untilThreaded: () => served.said(`"threads":${DEFAULT_COUNT},`) };
}
