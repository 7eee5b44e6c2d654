/** What turns out wrong is taken back with a reason; nothing shows it any more, and nothing of it is lost. */
import { describe, expect, it } from 'vitest';
import { searchTermsOf } from '../../src/records/search-text.js';
import type { OpenStore } from '../store/use-store.js';
import { faultsIn, useEditor } from './use-editor.js';
import { newContract, WRITE_FACTS, writeFacts } from './write-facts.js';
import { newestSequence, nothingChanged, refusals, restore, retract, upsert } from './write-requests.js';

/** Every way by which a client could come upon the contract of OpenAI and AWS. */
const waysToSee = `{
  node(id: "openai-aws") { id }
  nodes(ids: ["openai-aws"]) { id }
  deals { nodes { id } totalCount }
  cloudContracts { nodes { id } }
  relationships(filter: { id: { eq: "openai-aws" } }) { nodes { id } }
  search(text: "openai aws cloud", kinds: [CLOUD_CONTRACT]) { node { id } }
  company(id: "openai") { cloudContractsAsCustomer { totalCount } suppliers { totalCount } deals { totalCount } }
  source: node(id: "press") { ... on Source { cloudContracts { totalCount } } }
  computeSupply(of: "openai", on: "2026-07") { explored tiers { tier } }
  exposure(to: "aws", on: "2026-07") { explored tiers { tier } }
}`;

const seenWhileThere = {
  node: { id: 'openai-aws' },
  nodes: [{ id: 'openai-aws' }],
  deals: { nodes: [{ id: 'openai-aws' }], totalCount: 1 },
  cloudContracts: { nodes: [{ id: 'openai-aws' }] },
  relationships: { nodes: [{ id: 'openai-aws' }] },
  search: [{ node: { id: 'openai-aws' } }],
  company: {
    cloudContractsAsCustomer: { totalCount: 1 },
    suppliers: { totalCount: 1 },
    deals: { totalCount: 1 },
  },
  source: { cloudContracts: { totalCount: 1 } },
  computeSupply: { explored: 1, tiers: [{ tier: 1 }] },
  exposure: { explored: 1, tiers: [{ tier: 1 }] },
};

const seenWhileRetracted = {
  node: null,
  nodes: [null],
  deals: { nodes: [], totalCount: 0 },
  cloudContracts: { nodes: [] },
  relationships: { nodes: [] },
  search: [],
  company: {
    cloudContractsAsCustomer: { totalCount: 0 },
    suppliers: { totalCount: 0 },
    deals: { totalCount: 0 },
  },
  source: { cloudContracts: { totalCount: 0 } },
  computeSupply: { explored: 0, tiers: [] },
  exposure: { explored: 0, tiers: [] },
};

const contract = {
  id: 'openai-aws',
  kind: 'CLOUD_CONTRACT',
  supplier: 'aws',
  customer: 'openai',
  summary: 'Seven years of cloud.',
  announcedOn: '2025-11-03',
  endsOn: '2032-11',
  status: 'ACTIVE',
  confidence: 'CONFIRMED',
  chips: ['gb200'],
  dataCenters: [],
  amount: { value: 38000000000, currency: 'USD', basis: 'TOTAL' },
  sources: ['press', 'filing'],
};

export function describeRetraction(openStore: OpenStore): void {
  describe('a retracted record', () => {
    const editor = useEditor(openStore, writeFacts);

    it('is seen nowhere any more, and everywhere again once it is restored', async () => {
      expect(await editor().ask(waysToSee)).toEqual(seenWhileThere);
      await retract(editor(), 'openai-aws');
      expect(await editor().ask(waysToSee)).toEqual(seenWhileRetracted);
      expect(await faultsIn(editor())).toEqual([]);
      await restore(editor(), 'openai-aws');
      expect(await editor().ask(waysToSee)).toEqual(seenWhileThere);
      expect(await faultsIn(editor())).toEqual([]);
    });

    it('leaves the text index', async () => {
      const find = (): Promise<string[]> =>
        editor()
          .store.searchText(searchTermsOf('Soitec'), 10)
          .then((hits) => hits.map(({ id }) => id));
      expect(await find()).toEqual(['soitec']);
      await retract(editor(), 'soitec');
      expect(await find()).toEqual([]);
      await restore(editor(), 'soitec');
      expect(await find()).toEqual(['soitec']);
    });

    it('keeps what it said in its change, and comes back with just that', async () => {
      expect(await retract(editor(), 'openai-aws', { reason: 'It was a hoax.' })).toMatchObject({
        record: null,
        change: {
          sequence: WRITE_FACTS + 1,
          action: 'RETRACTED',
          actor: editor().name,
          reason: 'It was a hoax.',
          recordId: 'openai-aws',
          version: 2,
          before: { ...contract, version: 1 },
          after: null,
        },
        userErrors: [],
      });
      expect(await restore(editor(), 'openai-aws', { reason: 'It was none.' })).toMatchObject({
        record: { id: 'openai-aws' },
        change: {
          sequence: WRITE_FACTS + 2,
          action: 'RESTORED',
          reason: 'It was none.',
          version: 3,
          before: null,
          after: { ...contract, version: 3 },
        },
        userErrors: [],
      });
    });

    it('keeps its id, which nobody can write', async () => {
      await retract(editor(), 'openai-aws');
      const today = new Date().toISOString().slice(0, 10);
      const message = `"openai-aws" was retracted on ${today}; restore it first`;
      const expected = [['VALIDATION_FAILED', 'input.id', message]];
      const sameKind = await upsert(editor(), 'CloudContract', { ...newContract, id: 'openai-aws' });
      expect(refusals(sameKind)).toEqual(expected);
      const otherKind = await upsert(editor(), 'Source', { id: 'openai-aws', publisher: 'P', title: 'T' });
      expect(refusals(otherKind)).toEqual(expected);
    });

    it('can be retracted again, and a record that is there restored, without a change', async () => {
      await retract(editor(), 'openai-aws');
      expect(await retract(editor(), 'openai-aws')).toEqual(nothingChanged(null));
      await restore(editor(), 'openai-aws');
      expect(await restore(editor(), 'openai-aws')).toEqual(nothingChanged({ id: 'openai-aws' }));
      expect(await newestSequence(editor())).toBe(WRITE_FACTS + 2);
    });
  });

  describe('retracting', () => {
    const editor = useEditor(openStore, writeFacts);

    it('is refused while other records refer to it, and these are named', async () => {
      const answer = await retract(editor(), 'aws');
      expect(refusals(answer)).toEqual([
        [
          'VALIDATION_FAILED',
          'id',
          '"aws" is referred to by "amazon-owns-aws", "openai-aws"; change or retract those first',
        ],
      ]);
      expect(answer.userErrors[0]?.referredBy).toEqual([{ id: 'amazon-owns-aws' }, { id: 'openai-aws' }]);
      await retract(editor(), 'openai-aws');
      await retract(editor(), 'amazon-owns-aws');
      expect((await retract(editor(), 'aws')).change?.action).toBe('RETRACTED');
      expect(await faultsIn(editor())).toEqual([]);
    });

    it('needs a reason', async () => {
      expect(refusals(await retract(editor(), 'openai-aws', { reason: ' ' }))).toEqual([
        ['VALIDATION_FAILED', 'reason', 'say why it is retracted'],
      ]);
    });

    it('or restoring what is not there names what is near', async () => {
      const expected = [
        ['NOT_FOUND', 'id', 'there is no record "amazon-ownes-aws"; did you mean "amazon-owns-aws"?'],
      ];
      expect(refusals(await retract(editor(), 'amazon-ownes-aws'))).toEqual(expected);
      expect(refusals(await restore(editor(), 'amazon-ownes-aws'))).toEqual(expected);
    });

    it('an ownership ends its group', async () => {
      const group = '{ company(id: "aws") { group { id } } }';
      expect(await editor().ask(group)).toEqual({ company: { group: { id: 'amazon' } } });
      await retract(editor(), 'amazon-owns-aws');
      expect(await editor().ask(group)).toEqual({ company: { group: { id: 'aws' } } });
      await restore(editor(), 'amazon-owns-aws');
      expect(await editor().ask(group)).toEqual({ company: { group: { id: 'amazon' } } });
    });
  });

  describe('restoring', () => {
    const editor = useEditor(openStore, writeFacts);

    it('is refused while what the record refers to is retracted', async () => {
      await retract(editor(), 'openai-aws');
      await retract(editor(), 'gb200');
      const today = new Date().toISOString().slice(0, 10);
      expect(refusals(await restore(editor(), 'openai-aws'))).toEqual([
        ['NOT_FOUND', 'id', `chips: "gb200" was retracted on ${today}; restore it first`],
      ]);
      await restore(editor(), 'gb200');
      expect((await restore(editor(), 'openai-aws')).change?.action).toBe('RESTORED');
      expect(await faultsIn(editor())).toEqual([]);
    });
  });
}
