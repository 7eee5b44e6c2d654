/** The one place that chooses an engine. */
import type { Config } from '../config.js';
import type { GraphStore } from '../store/graph-store.js';
import { openEmbeddedStore } from './embedded/embedded-store.js';

/** Opens Neo4j where the configuration names one, else the embedded graph. */
export async function openStore(config: Config): Promise<GraphStore> {
  if (config.NEO4J_URI === undefined) return openEmbeddedStore(config.DATA_DIR);
  // The driver is loaded only where it is used: it takes memory and time to start.
  const { openNeo4jStore } = await import('./neo4j/neo4j-store.js');
  return openNeo4jStore({
    uri: config.NEO4J_URI,
    poolSize: config.NEO4J_POOL_SIZE,
    ...(config.NEO4J_USER !== undefined && { user: config.NEO4J_USER }),
    ...(config.NEO4J_PASSWORD !== undefined && { password: config.NEO4J_PASSWORD }),
    ...(config.NEO4J_DATABASE !== undefined && { database: config.NEO4J_DATABASE }),
  });
}
