/**
 * Measures our API beside @neo4j/graphql, the bare driver and the bare embedded engine: same process, same data, same
 * answers. `--json FILE` keeps the figures. It starts a Neo4j of its own, or takes an empty one at NEO4J_URI.
 */
import { writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createSchema } from '../src/graphql/schema.js';
import { openNeo4jGraphQL } from './contenders/neo4j-graphql.js';
import { openOurApi } from './contenders/our-api.js';
import { measureFootprint } from './footprint.js';
import { generatedText, labs, readGenerated } from './generated-graph.js';
import { type CleanUp, fillEmbedded, fillNeo4j } from './graphs.js';
import { type RaceResult, run } from './race.js';
import { formatReport, type Report } from './report.js';
import { supplierRaces } from './supplier-races.js';

const { values: options } = parseArgs({ options: { json: { type: 'string' } } });

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

async function measureAll(cleanUp: CleanUp): Promise<Report> {
  const footprint = await measureFootprint();
  tell('filling both engines');
  const start = performance.now();
  const file = readGenerated(generatedText());
  const readingSeconds = (performance.now() - start) / 1000;
  const embedded = await fillEmbedded(file, cleanUp);
  const neo4j = await fillNeo4j(file, embedded.written, cleanUp);

  const schema = createSchema();
  const [apiOnNeo4j, apiEmbedded, neo4jGraphQL] = await Promise.all([
    openOurApi(neo4j.store, schema),
    openOurApi(embedded.store, schema),
    openNeo4jGraphQL(neo4j.driver),
  ]);
  for (const { close } of [apiOnNeo4j, apiEmbedded, neo4jGraphQL]) cleanUp.push(close);
  const doors = {
    apiOnNeo4j,
    neo4jGraphQL,
    neo4jDriver: neo4j.bare,
    apiEmbedded,
    embeddedEngine: embedded.bare,
  };

  const races: RaceResult[] = [];
  for (const race of supplierRaces(labs, doors)) {
    tell(race.question);
    races.push(await run(race));
  }
  return { races, seedings: [embedded.seedings, neo4j.seedings], readingSeconds, footprint };
}

const cleanUp: CleanUp = [];
try {
  const report = await measureAll(cleanUp);
  process.stdout.write(formatReport(report));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
} finally {
  for (const undo of cleanUp.reverse()) await undo();
}
