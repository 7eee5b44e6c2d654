/** `ai-infra-graph backup` and `restore`: of the embedded graph; of Neo4j they tell what does it there. */
import type { Config } from '../config.js';
import { backupEmbedded, restoreEmbedded } from '../engines/embedded/backup.js';
import { AppError } from '../errors.js';
import { UsageError } from './usage-error.js';

type Print = (line: string) => void;
type Place = Pick<Config, 'NEO4J_URI' | 'NEO4J_DATABASE' | 'DATA_DIR'>;

const HELD =
  'Or take a snapshot of the volume that it is on: a graph opens from one as after a loss of power.';

const isHeld = (error: unknown): error is AppError =>
  error instanceof AppError && error.message.includes('in use by another process');

/** Rejects with a UsageError where Neo4j is configured. */
export async function backup(
  { NEO4J_URI, NEO4J_DATABASE = 'neo4j', DATA_DIR }: Place,
  file: string,
  print: Print,
) {
  if (NEO4J_URI !== undefined) {
    throw new UsageError(
      `The graph is in Neo4j, which has tools of its own: neo4j-admin database dump ${NEO4J_DATABASE} --to-path=FOLDER while it is stopped, or neo4j-admin database backup while it runs (Enterprise).`,
    );
  }
  try {
    print(`Backed up ${await backupEmbedded(DATA_DIR, file)} records into ${file}.`);
  } catch (error) {
    throw isHeld(error) ? new AppError(error.code, `${error.message} ${HELD}`, { cause: error }) : error;
  }
}

/** Rejects with a UsageError where Neo4j is configured. */
export async function restore(
  { NEO4J_URI, NEO4J_DATABASE = 'neo4j', DATA_DIR }: Place,
  file: string,
  print: Print,
) {
  if (NEO4J_URI !== undefined) {
    throw new UsageError(
      `The graph is in Neo4j, which has tools of its own: neo4j-admin database load ${NEO4J_DATABASE} --from-path=FOLDER while it is stopped.`,
    );
  }
  print(`Restored ${await restoreEmbedded(DATA_DIR, file)} records into ${DATA_DIR}.`);
}
