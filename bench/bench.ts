/**
 * Measures our API beside @neo4j/graphql, the bare driver and the bare embedded engine: same data, same answers, each
 * server in a process of its own. `--json FILE` keeps the figures, `--only TEXT` races those whose question contains the
 * text. It starts a Neo4j of its own, or takes an empty one at NEO4J_URI. `--large` measures the limits on a large graph
 * instead: with `--engine neo4j` in Neo4j, else embedded, where `--folder PATH` keeps it for the next time.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createSchema } from '../src/graphql/schema.js';
import { openCypherOverHttp } from './contenders/cypher-over-http.js';
import type { Neo4jSettings } from './contenders/neo4j-driver.js';
import { openNeo4jGraphQL } from './contenders/neo4j-graphql.js';
import { openOurApi } from './contenders/our-api.js';
import { openOurSchema } from './contenders/our-schema.js';
import type { Doors } from './doors.js';
import { measureFootprint } from './footprint.js';
import { generatedText, labs, readGenerated } from './generated-graph.js';
import { type CleanUp, type Filled, fillEmbedded, fillNeo4j, openEmptyNeo4j } from './graphs.js';
import { askLarge, type LargeAnswer } from './large.js';
import { fillLarge, makeLargeGraph } from './large-graph.js';
import { questionRaces } from './question-races.js';
import { type RaceResult, run } from './race.js';
import { formatLarge, formatReport, type Report } from './report.js';
import { askOnSeed } from './seed-questions.js';
import type { Environment } from './serve.js';
import { supplierRaces } from './supplier-races.js';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    large: { type: 'boolean' },
    engine: { type: 'string' },
    folder: { type: 'string' },
  },
});

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

async function openDoors(
  neo4j: Filled<Neo4jSettings>,
  embedded: Filled<Environment>,
  cleanUp: CleanUp,
): Promise<Doors> {
  const [apiOnNeo4j, apiEmbedded, neo4jGraphQL, cypherOverHttp] = await Promise.all([
    openOurApi(neo4j.settings),
    openOurApi(embedded.settings),
    openNeo4jGraphQL(neo4j.settings),
    openCypherOverHttp(neo4j.settings),
  ]);
  const schema = createSchema();
  const schemaOnNeo4j = openOurSchema(neo4j.store, schema);
  const schemaEmbedded = openOurSchema(embedded.store, schema);
  const opened = [apiOnNeo4j, apiEmbedded, neo4jGraphQL, cypherOverHttp, schemaOnNeo4j, schemaEmbedded];
  cleanUp.push(...opened.map(({ close }) => close));
  return {
    apiOnNeo4j,
    neo4jGraphQL,
    neo4jDriverOverHttp: cypherOverHttp.run,
    schemaOnNeo4j,
    neo4jDriver: neo4j.bare,
    apiEmbedded,
    schemaEmbedded,
    embeddedEngine: embedded.bare,
  };
}

async function measureAll(cleanUp: CleanUp): Promise<Report> {
  const only = options.only ?? '';
  const footprint = only === '' ? await measureFootprint() : undefined;
  tell('filling both engines');
  const start = performance.now();
  const file = readGenerated(generatedText());
  const readingSeconds = (performance.now() - start) / 1000;
  const embedded = await fillEmbedded(file, cleanUp);
  const neo4j = await fillNeo4j(file, embedded.written, cleanUp);

  const doors = await openDoors(neo4j, embedded, cleanUp);

  const races: RaceResult[] = [];
  for (const race of [...supplierRaces(labs, doors), ...questionRaces(doors)]) {
    if (!race.question.includes(only)) continue;
    tell(race.question);
    races.push(await run(race));
  }
  const onSeed = await askOnSeed(only, cleanUp);
  return { races, onSeed, seedings: [embedded.seedings, neo4j.seedings], readingSeconds, footprint };
}

/** Where a server finds the large graph, in the engine that was asked for. */
async function openLarge(cleanUp: CleanUp): Promise<Environment> {
  if (options.engine === 'neo4j') {
    const { settings, store } = await openEmptyNeo4j(cleanUp);
    await fillLarge(store);
    return settings;
  }
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'ai-infra-graph-bench-')));
  if (options.folder === undefined) cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  await makeLargeGraph(folder);
  return { DATA_DIR: folder };
}

async function measureLimits(cleanUp: CleanUp): Promise<LargeAnswer[]> {
  tell('opening the large graph');
  return askLarge(await openLarge(cleanUp), options.only ?? '', cleanUp, tell);
}

async function print<Figures>(figures: Figures, format: (figures: Figures) => string): Promise<void> {
  process.stdout.write(format(figures));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, undefined, 2)}\n`);
}

const cleanUp: CleanUp = [];
try {
  if (options.large) await print(await measureLimits(cleanUp), formatLarge);
  else await print(await measureAll(cleanUp), formatReport);
} finally {
  for (const undo of cleanUp.reverse()) await undo();
}
