/** @neo4j/graphql over the nodes and edges that our import has written. */
import { fileURLToPath } from 'node:url';
import { serveScript } from '../serve.js';
import { type GraphQLClient, graphqlClientOf } from './graphql-client.js';
import type { Neo4jSettings } from './neo4j-driver.js';

const script = fileURLToPath(new URL('neo4j-graphql-server.ts', import.meta.url));

export const openNeo4jGraphQL = async (settings: Neo4jSettings): Promise<GraphQLClient> =>
  graphqlClientOf(await serveScript(['--import', 'tsx', script], settings));
