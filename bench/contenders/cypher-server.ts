/** What an application has without us: a route that runs an expert's statement and gives its rows as JSON. */
import fastify from 'fastify';
import { openDriver, runBy } from './neo4j-driver.js';

interface Body {
  readonly statement: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const run = runBy(openDriver(process.env));
const server = fastify();
server.post<{ Body: Body }>('/cypher', ({ body }) => run(body.statement, body.parameters));
process.stdout.write(`${await server.listen({ port: 0 })}/cypher\n`);
