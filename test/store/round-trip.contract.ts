/** What is exported and imported into an empty graph is the same graph. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportFacts } from '../../src/facts/export-facts.js';
import { type ExportFormat, exportFormat } from '../../src/facts/export-formats.js';
import { importFacts } from '../../src/facts/import-facts.js';
import { readFolder } from '../../src/facts/read-folder.js';
import { seedIfEmpty } from '../../src/facts/seed.js';
import { kinds } from '../../src/model/registry.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { importText } from '../support/import-text.js';
import { readFlows, readLabels, readRecords, readReferences } from './dump-graph.js';
import { SMALL_FACTS, smallFacts } from './small-facts.js';
import type { OpenStore } from './use-store.js';

const now = new Date('2026-07-01');

/** All but the log, which tells how the graph came to be. */
const contentOf = async (store: GraphStore) => ({
  labels: await readLabels(store),
  records: await readRecords(store),
  references: await readReferences(store),
  flows: await readFlows(store),
});

export function describeRoundTrips(openStore: OpenStore): void {
  describe('an export into an empty graph', () => {
    let folder = '';
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-export-'));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    async function withStore<Result>(work: (store: GraphStore) => Promise<Result>): Promise<Result> {
      const store = await openStore();
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    }

    /** Fills a graph and exports it; gives what was in it, and what is in the next one after the import. */
    async function roundTrip(fill: (store: GraphStore) => Promise<unknown>, format: ExportFormat) {
      const exported = await withStore(async (store) => {
        await fill(store);
        await exportFacts(store, { format, kinds, folder });
        return contentOf(store);
      });
      const imported = await withStore(async (store) => {
        expect(await contentOf(store)).toEqual({ labels: {}, records: [], references: [], flows: [] });
        await importFacts(store, await readFolder(folder), { actor: 'test', now });
        expect(await store.read(checkConsistency)).toEqual([]);
        return contentOf(store);
      });
      return { exported, imported };
    }

    it.each(exportFormat.values)('gives records of every shape back, as %s', async (format) => {
      const { exported, imported } = await roundTrip((store) => importText(store, smallFacts), format);
      expect(exported.records).toHaveLength(SMALL_FACTS);
      expect(imported).toEqual(exported);
    });

    it('gives the seed back', async () => {
      const { exported, imported } = await roundTrip((store) => seedIfEmpty(store, now), 'yaml');
      expect(exported.records.length).toBeGreaterThan(500);
      expect(imported).toEqual(exported);
    }, 60_000);
  });
}
