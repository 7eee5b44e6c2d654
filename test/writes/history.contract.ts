/** What was written, when, by whom and why; and each record as it was known on any past day. */
import { describe, expect, it } from 'vitest';
import { readFactFile } from '../../src/facts/fact-file.js';
import { importFacts } from '../../src/facts/import-facts.js';
import type { OpenStore } from '../store/use-store.js';
import { type Editor, useEditor } from './use-editor.js';
import { newContract, WRITE_FACTS, writeFacts } from './write-facts.js';
import { restore, retract, upsert } from './write-requests.js';

/** Brings facts in as they were learnt at some moment. */
const learn = ({ store }: Editor, moment: string, facts: string, reason?: string): Promise<unknown> =>
  importFacts(store, [readFactFile('facts.yaml', facts)], {
    actor: 'newsroom',
    now: new Date(moment),
    ...(reason !== undefined && { reason }),
  });

const supply = (supplier: string): string =>
  `chipSupply: [{id: labs-chips, supplier: ${supplier}, customer: openai, summary: Chips., announcedOn: '2026',
    status: ACTIVE, confidence: REPORTED, sources: [press]}]`;
const startUp = (name: string): string =>
  `companies: [{id: start-up, name: ${name}, roles: [CHIP_DESIGNER], country: US}]`;

/** A deal whose supplier was first taken for a start-up, which got another name and was then retracted. */
async function liveThrough(editor: Editor): Promise<void> {
  await learn(editor, '2026-03-31T23:59:59.999Z', startUp('Start-up'));
  await learn(editor, '2026-04-01T00:00:00.000Z', supply('start-up'), 'a rumour');
  await learn(editor, '2026-05-10T12:00:00.000Z', startUp('Grown-up'));
  await learn(editor, '2026-05-20T12:00:00.000Z', supply('nvidia'), 'a correction');
  await retract(editor, 'start-up');
}

export function describeHistory(openStore: OpenStore): void {
  describe('a record', () => {
    const editor = useEditor(openStore, writeFacts);
    const knownSupplier = async (day: string): Promise<unknown> => {
      const fields = '... on ChipSupply { version supplier { id name } payee { name } }';
      const { one, other } = await editor().ask<{ one: unknown; other: unknown }>(
        `{ one: knownOn(id: "labs-chips", day: "${day}") { ${fields} }
           other: node(id: "labs-chips", knownOn: "${day}") { ${fields} } }`,
      );
      expect(other).toEqual(one);
      return one;
    };

    it('is known as it was at the end of a day, with what it refers to as that was known then', async () => {
      await liveThrough(editor());
      const early = {
        version: 1,
        supplier: { id: 'start-up', name: 'Start-up' },
        payee: { name: 'Start-up' },
      };
      const late = {
        version: 1,
        supplier: { id: 'start-up', name: 'Grown-up' },
        payee: { name: 'Grown-up' },
      };
      const right = { version: 2, supplier: { id: 'nvidia', name: 'NVIDIA' }, payee: { name: 'NVIDIA' } };
      expect(await knownSupplier('2026-03-31')).toBeNull();
      expect(await knownSupplier('2026-04-01')).toEqual(early);
      expect(await knownSupplier('2026-05-09')).toEqual(early);
      expect(await knownSupplier('2026-05-10')).toEqual(late);
      expect(await knownSupplier('2026-05-19')).toEqual(late);
      expect(await knownSupplier('2026-05-20')).toEqual(right);
      expect(await knownSupplier('9999-12-31')).toEqual(right);
    });

    it('of a month or a year is known as at the end of it', async () => {
      await liveThrough(editor());
      expect(await knownSupplier('2026-04')).toMatchObject({ supplier: { name: 'Start-up' } });
      expect(await knownSupplier('2026')).toMatchObject({ supplier: { name: 'NVIDIA' } });
      expect(await knownSupplier('2025')).toBeNull();
    });

    it('was known until it was retracted, and not after', async () => {
      await liveThrough(editor());
      const known = (day: string) =>
        editor().ask(`{ knownOn(id: "start-up", day: "${day}") { ... on Company { name } } }`);
      expect(await known('2026-03-30')).toEqual({ knownOn: null });
      expect(await known('2026-03-31')).toEqual({ knownOn: { name: 'Start-up' } });
      expect(await known('2026-05-31')).toEqual({ knownOn: { name: 'Grown-up' } });
      expect(await known(new Date().toISOString().slice(0, 10))).toEqual({ knownOn: null });
    });

    it('has its history, by its id or as a field of its own', async () => {
      await liveThrough(editor());
      const feed =
        '{ changes { at actor action reason version fields { field before after } } lastSequence hasMore }';
      const { history, node } = await editor().ask<{ history: unknown; node: { history: unknown } }>(
        `{ history(id: "labs-chips") ${feed} node(id: "labs-chips") { history ${feed} } }`,
      );
      expect(node.history).toEqual(history);
      expect(history).toEqual({
        changes: [
          {
            at: '2026-04-01T00:00:00.000Z',
            actor: 'newsroom',
            action: 'CREATED',
            reason: 'a rumour',
            version: 1,
            fields: [
              { field: 'supplier', before: null, after: 'start-up' },
              { field: 'customer', before: null, after: 'openai' },
              { field: 'summary', before: null, after: 'Chips.' },
              { field: 'status', before: null, after: 'ACTIVE' },
              { field: 'confidence', before: null, after: 'REPORTED' },
              { field: 'announcedOn', before: null, after: '2026' },
              { field: 'sources', before: null, after: ['press'] },
            ],
          },
          {
            at: '2026-05-20T12:00:00.000Z',
            actor: 'newsroom',
            action: 'UPDATED',
            reason: 'a correction',
            version: 2,
            fields: [{ field: 'supplier', before: 'start-up', after: 'nvidia' }],
          },
        ],
        lastSequence: WRITE_FACTS + 4,
        hasMore: false,
      });
    });

    it('keeps its history when it is retracted and restored', async () => {
      await retract(editor(), 'openai-aws');
      const actions = async (args: string): Promise<unknown> =>
        (
          await editor().ask<{ history: unknown }>(
            `{ history(id: "openai-aws"${args}) { changes { action version record { id } } lastSequence hasMore } }`,
          )
        ).history;
      expect(await actions('')).toEqual({
        changes: [
          { action: 'CREATED', version: 1, record: null },
          { action: 'RETRACTED', version: 2, record: null },
        ],
        lastSequence: WRITE_FACTS + 1,
        hasMore: false,
      });
      await restore(editor(), 'openai-aws');
      const record = { id: 'openai-aws' };
      expect(await actions(', first: 2')).toMatchObject({ lastSequence: WRITE_FACTS + 1, hasMore: true });
      expect(await actions(`, after: ${WRITE_FACTS + 1}`)).toEqual({
        changes: [{ action: 'RESTORED', version: 3, record }],
        lastSequence: WRITE_FACTS + 2,
        hasMore: false,
      });
    });

    it('that never was has none', async () => {
      expect(await editor().ask('{ history(id: "nobody") { changes { at } lastSequence hasMore } }')).toEqual(
        {
          history: { changes: [], lastSequence: 0, hasMore: false },
        },
      );
    });
  });

  describe('the feed', () => {
    const editor = useEditor(openStore, writeFacts);
    const page = async (after: number, first: number) =>
      (
        await editor().ask<{
          changes: { changes: { sequence: number }[]; lastSequence: number; hasMore: boolean };
        }>(
          'query ($after: Int, $first: Int) { changes(after: $after, first: $first) { changes { sequence } lastSequence hasMore } }',
          { after, first },
        )
      ).changes;

    it('gives every change once, in order, however long its pages are', async () => {
      await upsert(editor(), 'CloudContract', newContract);
      const all = Array.from({ length: WRITE_FACTS + 1 }, (_, index) => index + 1);
      for (const first of [1, 4, WRITE_FACTS + 1, 1_000]) {
        const seen: number[] = [];
        for (let after = 0, hasMore = true; hasMore; ) {
          const { changes, ...end } = await page(after, first);
          seen.push(...changes.map(({ sequence }) => sequence));
          [after, hasMore] = [end.lastSequence, end.hasMore];
        }
        expect(seen).toEqual(all);
      }
    });

    it('waits at its end', async () => {
      expect(await page(WRITE_FACTS, 10)).toEqual({ changes: [], lastSequence: WRITE_FACTS, hasMore: false });
      expect(await page(WRITE_FACTS + 5, 10)).toEqual({
        changes: [],
        lastSequence: WRITE_FACTS + 5,
        hasMore: false,
      });
      expect(await page(0, 0)).toEqual({ changes: [], lastSequence: 0, hasMore: true });
    });

    it.each([
      ['after: -1', 'after is -1; it is from 0 to 9007199254740991'],
      ['first: -1', 'first is -1; it is from 0 to 1000'],
      ['first: 1001', 'first is 1001; it is from 0 to 1000'],
    ])('refuses %s', async (args, message) => {
      await expect(editor().ask(`{ changes(${args}) { hasMore } }`)).rejects.toThrow(message);
      await expect(editor().ask(`{ history(id: "aws", ${args}) { hasMore } }`)).rejects.toThrow(message);
    });
  });
}
