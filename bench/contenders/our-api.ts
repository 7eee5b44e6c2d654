/** Our API over a graph, as `serve` runs it, without the limits that keep strangers at bay. */
import { serveOurs } from '../serve.js';
import { clientOf, type HttpClient } from './graphql-client.js';

const unlimited = { RATE_LIMIT: '0', MAX_EVENT_LOOP_DELAY_MS: '0', REQUEST_TIMEOUT_MS: '600000' };

/** `graph` are the settings that tell which one. */
export const openOurApi = async (graph: Readonly<Record<string, string>>): Promise<HttpClient> =>
  clientOf(await serveOurs({ ...unlimited, ...graph }));
