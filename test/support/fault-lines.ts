/** What is wrong with files of facts, line by line as a user reads it. */
import { AppError } from '../../src/errors.js';
import { readFactFile } from '../../src/facts/fact-file.js';
import { importFacts } from '../../src/facts/import-facts.js';
import type { GraphStore } from '../../src/store/graph-store.js';

/** Fails where there is no fault. */
export async function faultLinesOf(
  store: GraphStore,
  files: Readonly<Record<string, string>>,
): Promise<string[]> {
  const read = Object.entries(files).map(([name, text]) => readFactFile(name, text));
  try {
    await importFacts(store, read, { actor: 'test', now: new Date('2026-07-01') });
  } catch (error) {
    if (error instanceof AppError && error.code === 'VALIDATION_FAILED') return error.message.split('\n');
    throw error;
  }
  throw new Error('the files were imported without a fault');
}
