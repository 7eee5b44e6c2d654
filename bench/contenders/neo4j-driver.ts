/** Neo4j by its driver alone. */
import neo4j, { type Driver } from 'neo4j-driver';
import type { RunCypher } from '../doors.js';

/** Where Neo4j is, by the names that the server knows, too. */
export type Neo4jSettings = {
  readonly NEO4J_URI: string;
  readonly NEO4J_USER?: string;
  readonly NEO4J_PASSWORD?: string;
};

export function openDriver({ NEO4J_URI = '', NEO4J_USER, NEO4J_PASSWORD }: Partial<Neo4jSettings>): Driver {
  const auth = NEO4J_USER === undefined ? undefined : neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD ?? '');
  return neo4j.driver(NEO4J_URI, auth, { disableLosslessIntegers: true });
}

export const runBy =
  (driver: Driver): RunCypher =>
  async (statement, parameters) => {
    const { records } = await driver.executeQuery(statement, parameters, { routing: neo4j.routing.READ });
    return records.map((record) => record.toObject());
  };
