// What is written in several batches is as complete as what is written in one.
import { expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import { BATCH_SIZE } from '../../src/records/in-batches.js';
import { rebuildFlows } from '../../src/records/rebuild-flows.js';
import { collectFacts, generateFacts } from '../support/generate-facts.js';
import { importText } from '../support/import-text.js';
import { readFlows } from './dump-graph.js';

it('an import larger than one batch is as complete as a small one', async () => {
  const store = await openMemoryStore();
  const facts = collectFacts(generateFacts({ companies: BATCH_SIZE + 50, deals: BATCH_SIZE + 100, seed: 7 }));
  const records = Object.values(facts).flat().length;
  const text = JSON.stringify(facts, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
  const report = await importText(store, text);
  expect(report).toEqual({ created: records, updated: 0, unchanged: 0, sequence: records });
  expect(await store.read(checkConsistency)).toEqual([]);
  const supplies =
    facts.cloudContracts.length +
    facts.chipSupply.length +
    facts.componentSupply.length +
    facts.facilityContracts.length;
  const payments = supplies + facts.investments.length + facts.acquisitions.length;
  const flows = await readFlows(store);
  const countOf = (type: string) => flows.filter((flow) => flow.type === type).length;
  expect([countOf('SUPPLIES'), countOf('PAYS'), countOf('OWNS')]).toEqual([
    supplies,
    payments,
    facts.ownerships.length,
  ]);
  expect(await importText(store, text)).toEqual({
    created: 0,
    updated: 0,
    unchanged: records,
    sequence: records,
  });
  const edges = supplies + payments + facts.ownerships.length;
  expect(await rebuildFlows(store)).toEqual({ records: payments + facts.ownerships.length, edges });
  expect(await readFlows(store)).toEqual(flows);
  await store.close();
}, 60_000);
