/** Both engines filled with the same graph by our import, timed beside the bare engines; all of it is gone at the end. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { openEmbeddedStore } from '../src/engines/embedded/embedded-store.js';
import { type Database, GrafeoDB } from '../src/engines/embedded/load-grafeo.js';
import { openFile } from '../src/engines/embedded/open-file.js';
import { openNeo4jStore } from '../src/engines/neo4j/neo4j-store.js';
import type { FactFile } from '../src/facts/fact-file.js';
import { migrate } from '../src/records/migrate.js';
import {
  createConstraint,
  createIndex,
  lookUpProperties,
  uniqueProperties,
} from '../src/store/graph-schema.js';
import type { GraphStore } from '../src/store/graph-store.js';
import { startNeo4j } from '../test/support/neo4j/start-neo4j.js';
import { type Neo4jSettings, openDriver, runBy } from './contenders/neo4j-driver.js';
import type { RunCypher } from './doors.js';
import { readWritten, type Seeding, seedBare, seedingOf, timeImport, type WrittenGraph } from './seeding.js';

/** An engine with the graph in it. */
export interface Filled<Settings> {
  /** By which a server finds the graph. */
  readonly settings: Settings;
  /** Behind our port. */
  readonly store: GraphStore;
  /** The engine without anything of ours. */
  readonly bare: RunCypher;
  readonly seedings: readonly [ours: Seeding, bare: Seeding];
}

/** Undoes what was set up, the last first. */
export type CleanUp = (() => unknown)[];

const bareGrafeo =
  (database: Database): RunCypher =>
  async (statement, parameters) =>
    (await database.executeCypher(statement, parameters)).toArray();

async function seedBareGrafeo(directory: string, written: WrittenGraph): Promise<Seeding> {
  await mkdir(directory);
  const database = GrafeoDB.create(join(directory, 'graph.grafeo'));
  try {
    for (const key of uniqueProperties) await database.executeCypher(createConstraint(key));
    for (const key of [...uniqueProperties, ...lookUpProperties])
      await database.executeCypher(createIndex(key));
    return await seedBare('embedded engine', bareGrafeo(database), written);
  } finally {
    database.close();
  }
}

export async function fillEmbedded(
  file: FactFile,
  cleanUp: CleanUp,
): Promise<Filled<{ readonly DATA_DIR: string }> & { readonly written: WrittenGraph }> {
  const directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-bench-'));
  cleanUp.push(() => rm(directory, { recursive: true, force: true }));
  const ours = join(directory, 'ours');

  const importing = await openEmbeddedStore(ours);
  await migrate(importing, new Date());
  const seconds = await timeImport(importing, file);
  const written = await readWritten(importing);
  await importing.close();
  const bareSeeding = await seedBareGrafeo(join(directory, 'bare'), written);

  // One owner at a time has a file, so those in this process get their own copies.
  const [storeCopy, bareCopy] = [join(directory, 'store'), join(directory, 'copy')];
  for (const copy of [storeCopy, bareCopy]) await cp(ours, copy, { recursive: true });
  const store = await openEmbeddedStore(storeCopy);
  const database = openFile(bareCopy);
  cleanUp.push(
    () => store.close(),
    () => database.close(),
  );
  const seedings = [seedingOf('our import, embedded', seconds, written), bareSeeding] as const;
  return { settings: { DATA_DIR: ours }, store, bare: bareGrafeo(database), seedings, written };
}

const wipe = 'MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS';

interface Server {
  readonly settings: Neo4jSettings;
  /** Whether it goes with all that it holds. */
  readonly isOurs: boolean;
}

async function findServer(cleanUp: CleanUp): Promise<Server> {
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env;
  if (NEO4J_URI) {
    const account = NEO4J_USER && { NEO4J_USER, NEO4J_PASSWORD: NEO4J_PASSWORD ?? '' };
    return { settings: { NEO4J_URI, ...account }, isOurs: false };
  }
  const server = await startNeo4j({ version: '5.26.30', heapMb: 3_000 });
  cleanUp.push(() => server.stop());
  return { settings: { NEO4J_URI: server.uri }, isOurs: true };
}

async function assertEmpty(driver: Driver, uri: string): Promise<void> {
  const { records } = await driver.executeQuery('MATCH (node) RETURN node LIMIT 1');
  if (records.length > 0) throw new Error(`Neo4j at ${uri} holds a graph; the bench wants one that is empty`);
}

async function erase(driver: Driver): Promise<void> {
  const session = driver.session();
  await session.run(wipe);
  await session.close();
}

export interface OpenNeo4j {
  readonly settings: Neo4jSettings;
  /** Behind our port. */
  readonly store: GraphStore;
  readonly driver: Driver;
}

/** An empty Neo4j: one of its own, or that at NEO4J_URI. */
export async function openEmptyNeo4j(cleanUp: CleanUp): Promise<OpenNeo4j> {
  const { settings, isOurs } = await findServer(cleanUp);
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = settings;
  const driver = openDriver(settings);
  cleanUp.push(() => driver.close());
  await assertEmpty(driver, uri);
  const store = await openNeo4jStore({
    uri,
    poolSize: 50,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
  });
  cleanUp.push(() => store.close());
  if (!isOurs) cleanUp.push(() => erase(driver));
  return { settings, store, driver };
}

export async function fillNeo4j(
  file: FactFile,
  written: WrittenGraph,
  cleanUp: CleanUp,
): Promise<Filled<Neo4jSettings>> {
  const { settings, store, driver } = await openEmptyNeo4j(cleanUp);
  const write: RunCypher = async (statement, parameters) =>
    (await driver.executeQuery(statement, parameters)).records;
  const bareSeeding = await seedBare('Neo4j by neo4j-driver', write, written);
  await erase(driver);
  // Before there is anything to migrate, or the server would do it.
  await migrate(store, new Date());
  const seconds = await timeImport(store, file);
  const seedings = [seedingOf('our import, Neo4j', seconds, written), bareSeeding] as const;
  return { settings, store, bare: runBy(driver), seedings };
}
