/** `ai-infra-graph backup` and `restore`: of the embedded graph; of Neo4j they tell what does it there. */
import type { Config } from '../config.js';
import { openEmbeddedStore } from '../engines/embedded/embedded-store.js';
import { hasGraph } from '../engines/embedded/graph-files.js';
import { restoreEmbedded } from '../engines/embedded/restore.js';
import { validationFailed } from '../errors.js';
import { type BackupReport, backUp } from '../records/back-up.js';
import { mutate } from './administer.js';
import type { GraphClient } from './graph-client.js';
import { UsageError } from './usage-error.js';

type Print = (line: string) => void;
type Place = Pick<Config, 'NEO4J_URI' | 'NEO4J_DATABASE' | 'DATA_DIR'>;

function report({ records, sequence, path, bytes }: BackupReport, print: Print): void {
  print(`Backed up ${records} records, up to change ${sequence}, into ${path} (${bytes} bytes).`);
}

/** Into this file, or into one that is named by the time. Rejects with a UsageError where Neo4j is configured. */
export async function backup(
  { NEO4J_URI, NEO4J_DATABASE = 'neo4j', DATA_DIR }: Place,
  file: string | undefined,
  print: Print,
): Promise<void> {
  if (NEO4J_URI !== undefined) {
    throw new UsageError(
      `The graph is in Neo4j, which has tools of its own: neo4j-admin database dump ${NEO4J_DATABASE} --to-path=FOLDER while it is stopped, or neo4j-admin database backup while it runs (Enterprise).`,
    );
  }
  if (!hasGraph(DATA_DIR)) throw validationFailed(`There is no graph in ${DATA_DIR}.`);
  const store = await openEmbeddedStore(DATA_DIR);
  try {
    report(await backUp(store, new Date(), { file }), print);
  } finally {
    await store.close();
  }
}

const mutation = 'mutation { backup { path bytes records sequence userErrors { message } } }';

/** The server says where: a client that could name a file would write anywhere on its machine. */
export async function backupRemotely(client: GraphClient, print: Print): Promise<void> {
  report(await mutate<BackupReport>(client, 'backup', mutation), print);
}

/** Rejects with a UsageError where Neo4j is configured. */
export async function restore(
  { NEO4J_URI, NEO4J_DATABASE = 'neo4j', DATA_DIR }: Place,
  file: string,
  print: Print,
): Promise<void> {
  if (NEO4J_URI !== undefined) {
    throw new UsageError(
      `The graph is in Neo4j, which has tools of its own: neo4j-admin database load ${NEO4J_DATABASE} --from-path=FOLDER while it is stopped.`,
    );
  }
  print(`Restored ${await restoreEmbedded(DATA_DIR, file)} records into ${DATA_DIR}.`);
}
