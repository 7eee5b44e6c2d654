/** Brings facts written in a test into a graph, the way every import does. */
import { readFactFile } from '../../src/facts/fact-file.js';
import { importFacts } from '../../src/facts/import-facts.js';
import type { WriteReport } from '../../src/records/write-records.js';
import type { GraphStore } from '../../src/store/graph-store.js';

export const importText = (store: GraphStore, text: string, name = 'facts.yaml'): Promise<WriteReport> =>
  importFacts(store, [readFactFile(name, text)], { actor: 'test', now: new Date('2026-07-01') });
