/** Facts become nodes, references and flows, each change of them is in the log, and a fault leaves all as it was. */
import { describe, expect, it } from 'vitest';
import type { WriteReport } from '../../src/records/write-records.js';
import { importText } from '../support/import-text.js';
import { dumpGraph, readFlows, readLabels, readLog, readRecords, readReferences } from './dump-graph.js';
import { correctedContract, SMALL_FACTS, smallFacts } from './small-facts.js';
import { type OpenStore, useFilledStore, useStore } from './use-store.js';

const contractFlow = {
  dealId: 'openai-aws',
  kind: 'CLOUD_CONTRACT',
  category: 'CLOUD_CONTRACT',
  signedDay: 2025_11_03,
  fromDay: 2026_01_01,
  toDay: 2032_11_30,
  confidence: 'CONFIRMED',
  rumoured: false,
};
const investmentFlow = {
  dealId: 'nvidia-openai',
  kind: 'INVESTMENT',
  category: 'INVESTMENT',
  signedDay: 2025_09_01,
  fromDay: 2025_09_01,
  toDay: 9999_12_31,
  confidence: 'REPORTED',
  rumoured: true,
};
const ownershipFlow = {
  dealId: 'amazon-owns-aws',
  kind: 'OWNERSHIP',
  category: 'OWNERSHIP',
  signedDay: 0,
  fromDay: 0,
  toDay: 9999_12_31,
  confidence: 'CONFIRMED',
  rumoured: false,
  stakePercent: 100,
};
/** The contract before its correction, as the log tells it: without fields that it has not, and exact. */
const contract = {
  id: 'openai-aws',
  kind: 'CLOUD_CONTRACT',
  version: 1,
  supplier: 'aws',
  customer: 'openai',
  summary: 'Seven years of cloud.',
  status: 'ACTIVE',
  confidence: 'CONFIRMED',
  announcedOn: '2025-11-03',
  startsOn: '2026',
  endsOn: '2032-11',
  amount: { value: '9007199254740993', currency: 'USD', basis: 'TOTAL' },
  chips: ['gb200', 'gb300'],
  dataCenters: [],
  sources: ['press', 'filing'],
};

export function describeImport(openStore: OpenStore): void {
  describe('an import of new facts', () => {
    let report: WriteReport | undefined;
    const store = useFilledStore(openStore, async (opened) => {
      report = await importText(opened, smallFacts);
    });

    it('makes a node of each record, labelled as its kind and the interfaces of it', async () => {
      expect(report).toEqual({ created: SMALL_FACTS, updated: 0, unchanged: 0, sequence: SMALL_FACTS });
      const company = ['Company', 'Entity'];
      expect(await readLabels(store())).toEqual({
        amazon: company,
        'amazon-owns-aws': ['Entity', 'Ownership', 'Relationship'],
        anthropic: company,
        aws: company,
        filing: ['Entity', 'Source'],
        gb200: ['Chip', 'Entity'],
        gb300: ['Chip', 'Entity'],
        launch: ['Entity', 'Event'],
        nvidia: company,
        'nvidia-anthropic': ['Entity', 'Partnership', 'Relationship'],
        'nvidia-openai': ['Deal', 'Entity', 'Investment', 'Relationship'],
        openai: company,
        'openai-aws': ['CloudContract', 'Deal', 'Entity', 'Relationship'],
        press: ['Entity', 'Source'],
      });
    });

    it('keeps every value of a record exactly', async () => {
      const records = await readRecords(store());
      expect(records.find(({ id }) => id === 'openai-aws')).toEqual({
        ...contract,
        amount: { value: 2n ** 53n + 1n, currency: 'USD', basis: 'TOTAL' },
      });
    });

    it('makes an edge of each reference', async () => {
      expect(await readReferences(store())).toEqual([
        'amazon-owns-aws EVIDENCED_BY filing',
        'amazon-owns-aws OWNED aws',
        'amazon-owns-aws OWNER amazon',
        'aws EVIDENCED_BY press',
        'gb200 DESIGNED_BY nvidia',
        'gb300 DESIGNED_BY nvidia',
        'launch CONCERNS openai',
        'launch EVIDENCED_BY press',
        'launch MENTIONS openai-aws',
        'nvidia-anthropic EVIDENCED_BY press',
        'nvidia-anthropic PARTY anthropic',
        'nvidia-anthropic PARTY nvidia',
        'nvidia-openai EVIDENCED_BY press',
        'nvidia-openai INVESTEE openai',
        'nvidia-openai INVESTOR nvidia',
        'openai-aws COVERS gb200',
        'openai-aws COVERS gb300',
        'openai-aws CUSTOMER openai',
        'openai-aws EVIDENCED_BY filing',
        'openai-aws EVIDENCED_BY press',
        'openai-aws SUPPLIER aws',
      ]);
    });

    it('casts goods, money and control as flows between companies, with their days', async () => {
      expect(await readFlows(store())).toEqual([
        { from: 'amazon', type: 'OWNS', to: 'aws', properties: ownershipFlow },
        { from: 'aws', type: 'SUPPLIES', to: 'openai', properties: contractFlow },
        { from: 'nvidia', type: 'PAYS', to: 'openai', properties: investmentFlow },
        { from: 'openai', type: 'PAYS', to: 'aws', properties: contractFlow },
      ]);
    });
  });

  describe('an import', () => {
    const store = useStore(openStore);

    it('of the same facts again changes nothing', async () => {
      await importText(store(), smallFacts);
      const before = await dumpGraph(store());
      const report = await importText(store(), smallFacts);
      expect(report).toEqual({ created: 0, updated: 0, unchanged: SMALL_FACTS, sequence: SMALL_FACTS });
      expect(await dumpGraph(store())).toEqual(before);
    });

    it('of a corrected record replaces its references and flows, and leaves no old edge', async () => {
      await importText(store(), smallFacts);
      const report = await importText(store(), correctedContract);
      expect(report).toEqual({ created: 0, updated: 1, unchanged: 0, sequence: SMALL_FACTS + 1 });
      const references = await readReferences(store());
      expect(references.filter((edge) => edge.includes('openai-aws'))).toEqual([
        'launch MENTIONS openai-aws',
        'openai-aws COVERS gb300',
        'openai-aws CUSTOMER anthropic',
        'openai-aws EVIDENCED_BY press',
        'openai-aws SUPPLIER aws',
      ]);
      const corrected = {
        ...contractFlow,
        signedDay: 2025_11_01,
        fromDay: 2026_03_09,
        toDay: 9999_12_31,
        confidence: 'REPORTED',
      };
      expect(await readFlows(store())).toEqual([
        { from: 'amazon', type: 'OWNS', to: 'aws', properties: ownershipFlow },
        { from: 'anthropic', type: 'PAYS', to: 'aws', properties: corrected },
        { from: 'aws', type: 'SUPPLIES', to: 'anthropic', properties: corrected },
        { from: 'nvidia', type: 'PAYS', to: 'openai', properties: investmentFlow },
      ]);
    });

    it('logs what a record was before and is after, one version later', async () => {
      await importText(store(), smallFacts);
      await importText(store(), correctedContract);
      const { endsOn, amount, ...kept } = contract;
      const [change] = (await readLog(store())).slice(SMALL_FACTS);
      const { before, after, ...rest } = change ?? {};
      expect(rest).toEqual({
        sequence: SMALL_FACTS + 1,
        at: '2026-07-01T00:00:00.000Z',
        actor: 'test',
        action: 'UPDATED',
        recordId: 'openai-aws',
        kind: 'CLOUD_CONTRACT',
        version: 2,
      });
      expect(JSON.parse(String(before))).toEqual(contract);
      expect(JSON.parse(String(after))).toEqual({
        ...kept,
        version: 2,
        customer: 'anthropic',
        announcedOn: '2025-11',
        startsOn: '2026-03-09',
        status: 'ANNOUNCED',
        confidence: 'REPORTED',
        chips: ['gb300'],
        sources: ['press'],
      });
    });

    it('numbers its changes without a gap, also after imports that failed or changed nothing', async () => {
      await importText(store(), smallFacts);
      await importText(store(), smallFacts);
      await expect(importText(store(), 'companies: [{id: broken}]')).rejects.toThrow();
      await importText(store(), correctedContract);
      await importText(store(), 'sources: [{id: late, publisher: Press, title: The last report}]');
      const log = await readLog(store());
      const sequences = log.map(({ sequence }) => sequence);
      const last = SMALL_FACTS + 2;
      expect(sequences).toEqual([...Array.from({ length: last }, (_, index) => index + 1), last]);
      const actions = log.slice(0, -1).map(({ action }) => action);
      expect(actions).toEqual([
        ...Array.from({ length: SMALL_FACTS }, () => 'CREATED'),
        'UPDATED',
        'CREATED',
      ]);
    });

    it.each([
      [
        'a field that is wrong',
        'companies: [{id: good, name: Good, roles: [AI_LAB], country: US}, {id: bad, name: Bad}]',
      ],
      [
        'a reference to nothing',
        'chips: [{id: good, name: Good, designer: nvidia, chipType: GPU}, {id: bad, name: Bad, designer: nobody, chipType: GPU}]',
      ],
      [
        'an id of another kind',
        'sources: [{id: good, publisher: P, title: T}, {id: openai, publisher: P, title: T}]',
      ],
      ['a text that is no YAML', 'sources: [{id: good, publisher: P, title: T}'],
    ])('with %s writes nothing at all', async (_what, text) => {
      await importText(store(), smallFacts);
      const before = await dumpGraph(store());
      await expect(importText(store(), text)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
      expect(await dumpGraph(store())).toEqual(before);
    });
  });
}
