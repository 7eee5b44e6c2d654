/** Where the parts of an embedded graph lie. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the graph of a directory lies. */
export const graphFileIn = (directory: string): string => join(directory, 'graph.grafeo');

/** The engine's log beside a graph: with it, the file alone is not all. */
export const logFileOf = (path: string): string => `${path}.wal`;

/** Whether a directory has a graph, or what is left of one. */
export function hasGraph(directory: string): boolean {
  const path = graphFileIn(directory);
  return existsSync(path) || existsSync(logFileOf(path));
}
