/** Writing a record: it is written whole, with its change, and only where it says something new. */
import { describe, expect, it } from 'vitest';
import type { OpenStore } from '../store/use-store.js';
import { faultsIn, useEditor } from './use-editor.js';
import { newContract, WRITE_FACTS, writeFacts } from './write-facts.js';
import { newestSequence, nothingChanged, upsert } from './write-requests.js';

const suppliersOf = (id: string): string =>
  `{ computeSupply(of: "${id}", tiers: 1, on: "2026-07") { tiers { suppliers { company { id } deals { id } } } } }`;

export function describeUpserts(openStore: OpenStore): void {
  describe('a write', () => {
    const editor = useEditor(openStore, writeFacts);

    it('makes a record and tells what was written, by whom and why', async () => {
      const answer = await upsert(editor(), 'CloudContract', newContract, { reason: ' Seen in the press. ' });
      expect(answer).toEqual({
        record: { id: 'anthropic-aws', version: 1 },
        change: {
          sequence: WRITE_FACTS + 1,
          action: 'CREATED',
          actor: editor().name,
          reason: 'Seen in the press.',
          recordId: 'anthropic-aws',
          kind: 'CLOUD_CONTRACT',
          version: 1,
          before: null,
          after: { ...newContract, kind: 'CLOUD_CONTRACT', version: 1, chips: [], dataCenters: [] },
          fields: [
            { field: 'supplier', before: null, after: 'aws' },
            { field: 'customer', before: null, after: 'anthropic' },
            { field: 'summary', before: null, after: 'Cloud for years.' },
            { field: 'status', before: null, after: 'ANNOUNCED' },
            { field: 'confidence', before: null, after: 'REPORTED' },
            { field: 'announcedOn', before: null, after: '2026-03' },
            { field: 'sources', before: null, after: ['press'] },
          ],
        },
        userErrors: [],
      });
    });

    it('that says what is there already changes nothing and adds no change', async () => {
      await upsert(editor(), 'CloudContract', newContract);
      expect(await upsert(editor(), 'CloudContract', newContract)).toEqual(
        nothingChanged({ id: 'anthropic-aws', version: 1 }),
      );
      expect(await newestSequence(editor())).toBe(WRITE_FACTS + 1);
    });

    it('takes away what it leaves out, and tells the difference field by field', async () => {
      const input = { ...newContract, id: 'openai-aws', customer: 'openai', sources: ['filing'] };
      const { record, change } = await upsert(editor(), 'CloudContract', input);
      expect(record).toEqual({ id: 'openai-aws', version: 2 });
      expect(change?.fields).toEqual([
        { field: 'summary', before: 'Seven years of cloud.', after: 'Cloud for years.' },
        { field: 'status', before: 'ACTIVE', after: 'ANNOUNCED' },
        { field: 'confidence', before: 'CONFIRMED', after: 'REPORTED' },
        { field: 'announcedOn', before: '2025-11-03', after: '2026-03' },
        { field: 'endsOn', before: '2032-11', after: null },
        { field: 'amount', before: { value: 38000000000, currency: 'USD', basis: 'TOTAL' }, after: null },
        { field: 'sources', before: ['press', 'filing'], after: ['filing'] },
        { field: 'chips', before: ['gb200'], after: null },
      ]);
      const { node } = await editor().ask<{ node: unknown }>(
        '{ node(id: "openai-aws") { ... on CloudContract { endsOn amount { value } chips { id } sources { id } } } }',
      );
      expect(node).toEqual({ endsOn: null, amount: null, chips: [], sources: [{ id: 'filing' }] });
    });

    it('moves the flows of a deal at once', async () => {
      await upsert(editor(), 'CloudContract', { ...newContract, id: 'openai-aws' });
      const [before, after] = await Promise.all([
        editor().ask(suppliersOf('openai')),
        editor().ask(suppliersOf('anthropic')),
      ]);
      expect(before).toEqual({ computeSupply: { tiers: [] } });
      expect(after).toEqual({
        computeSupply: {
          tiers: [{ suppliers: [{ company: { id: 'aws' }, deals: [{ id: 'openai-aws' }] }] }],
        },
      });
      expect(await faultsIn(editor())).toEqual([]);
    });

    it('keeps an amount beyond 2^53 exact', async () => {
      const amount = { value: '9007199254740993', currency: 'USD', basis: 'UP_TO' };
      const { change } = await upsert(editor(), 'CloudContract', { ...newContract, amount });
      expect(change?.after?.amount).toEqual(amount);
      const { node } = await editor().ask<{ node: unknown }>(
        '{ node(id: "anthropic-aws") { ... on CloudContract { amount { value } } } }',
      );
      expect(node).toEqual({ amount: { value: '9007199254740993' } });
    });

    it('and the next one of a request see each other', async () => {
      const contract = (alias: string, supplier: string): string => `${alias}: upsertCloudContract(input: {
        id: "anthropic-aws", supplier: "${supplier}", customer: "anthropic", summary: "${alias}", announcedOn: "2026",
        status: ACTIVE, confidence: REPORTED, sources: ["press"]
      }) { record { customer { name suppliers(on: "2026-07") { nodes { id } } } } }`;
      const answer = await editor().ask(`mutation {
        ${contract('first', 'aws')}
        renamed: upsertCompany(input: { id: "anthropic", name: "Claude & Co", roles: [AI_LAB], country: "US" }) {
          record { name }
        }
        ${contract('second', 'nvidia')}
      }`);
      expect(answer).toEqual({
        first: { record: { customer: { name: 'Anthropic', suppliers: { nodes: [{ id: 'aws' }] } } } },
        renamed: { record: { name: 'Claude & Co' } },
        second: { record: { customer: { name: 'Claude & Co', suppliers: { nodes: [{ id: 'nvidia' }] } } } },
      });
    });

    it('of an ownership makes and ends groups at once', async () => {
      const group = '{ company(id: "openai") { group { id } } }';
      const stake = { id: 'x-owns-openai', owner: 'amazon', owned: 'openai', sources: ['press'] };
      await upsert(editor(), 'Ownership', { ...stake, stakePercent: 51 });
      expect(await editor().ask(group)).toEqual({ company: { group: { id: 'amazon' } } });
      await upsert(editor(), 'Ownership', { ...stake, stakePercent: 50 });
      expect(await editor().ask(group)).toEqual({ company: { group: { id: 'openai' } } });
    });
  });
}
