/** @neo4j/graphql over the nodes and edges that our import has written. */
import { fileURLToPath } from 'node:url';
import type { Neo4jSettings } from '../neo4j-settings.js';
import { serveScript } from '../serve.js';
import { clientOf, type GraphQLClient } from './graphql-client.js';

const script = fileURLToPath(new URL('neo4j-graphql-server.ts', import.meta.url));

export const openNeo4jGraphQL = async (settings: Neo4jSettings): Promise<GraphQLClient> =>
  clientOf(await serveScript(['--import', 'tsx', script], settings));
