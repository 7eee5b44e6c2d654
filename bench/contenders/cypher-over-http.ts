/** Plain Cypher by neo4j-driver in a server of its own, as far from who asks as our API is. */
import { fileURLToPath } from 'node:url';
import type { RunCypher } from '../doors.js';
import { serveScript } from '../serve.js';
import { clientOf } from './http-client.js';
import type { Neo4jSettings } from './neo4j-driver.js';

const script = fileURLToPath(new URL('cypher-server.ts', import.meta.url));

interface CypherClient {
  readonly run: RunCypher;
  close(): Promise<void>;
}

export async function openCypherOverHttp(settings: Neo4jSettings): Promise<CypherClient> {
  const { post, close } = clientOf(await serveScript(['--import', 'tsx', script], settings));
  return {
    async run(statement, parameters) {
      const body = await post({ statement, parameters });
      const rows: unknown = JSON.parse(body);
      // A fault comes as an object, and must not count as an answer.
      if (!Array.isArray(rows)) throw new Error(body);
      return rows;
    },
    close,
  };
}
