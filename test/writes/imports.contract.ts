/** Files may refer to records by name, too: to those in the graph, and to those that they bring themselves. */
import { describe, expect, it } from 'vitest';
import type { OpenStore } from '../store/use-store.js';
import { importText } from '../support/import-text.js';
import { faultsIn, useEditor } from './use-editor.js';
import { WRITE_FACTS, writeFacts } from './write-facts.js';
import { newestSequence, retract, upsert } from './write-requests.js';

const deal = (id: string, supplier: string, customer: string, sources = 'press'): string =>
  `- {id: ${id}, supplier: ${supplier}, customer: ${customer}, summary: Chips., announcedOn: '2026', status: ACTIVE, confidence: REPORTED, sources: [${sources}]}`;
const company = (id: string, name: string): string =>
  `- {id: ${id}, name: ${name}, roles: [AI_LAB], country: US}`;

/** Where a text stands in a line, as faults are placed: file:line:column, both from 1. */
const placeOf = (lines: readonly string[], index: number, text: string): string =>
  `facts.yaml:${index + 1}:${(lines[index] ?? '').indexOf(text) + 1}`;

export function describeImports(openStore: OpenStore): void {
  describe('a file', () => {
    const editor = useEditor(openStore, writeFacts);
    const partiesOf = async (id: string): Promise<unknown> =>
      (
        await editor().ask<{ node: unknown }>(
          `{ node(id: "${id}") { ... on ChipSupply { supplier { id } customer { id } } } }`,
        )
      ).node;

    it('refers by name to records of the graph and of its own, whatever comes first', async () => {
      const facts = [
        'chipSupply:',
        deal('new-deal', 'Nvidia Corp', 'mistral'),
        'companies:',
        company('mistral-ai', 'Mistral'),
      ];
      expect(await importText(editor().store, facts.join('\n'))).toMatchObject({ created: 2, updated: 0 });
      expect(await partiesOf('new-deal')).toEqual({
        supplier: { id: 'nvidia' },
        customer: { id: 'mistral-ai' },
      });
      expect(await faultsIn(editor())).toEqual([]);
    });

    it('changes nothing when it is imported again', async () => {
      const facts = ['chipSupply:', deal('new-deal', 'Nvidia Corp', 'OpenAI Inc')].join('\n');
      await importText(editor().store, facts);
      expect(await importText(editor().store, facts)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    });

    it('that gives a company another name means it by the new one only', async () => {
      const renamed = ['companies:', company('openai', 'Closed AI'), company('other', 'OpenAI')];
      await importText(
        editor().store,
        [...renamed, 'chipSupply:', deal('new-deal', 'OpenAI', 'Closed AI')].join('\n'),
      );
      expect(await partiesOf('new-deal')).toEqual({ supplier: { id: 'other' }, customer: { id: 'openai' } });
      expect(await faultsIn(editor())).toEqual([]);
    });

    it('is refused whole, with the place of every name that does not fit one record', async () => {
      const lines = [
        'companies:',
        company('atlas', 'Atlas Inc'),
        'chipSupply:',
        deal('one', 'Nvdia', 'OpenAI'),
        deal('two', 'Atlas LLC', 'openai', 'press, pres'),
      ];
      const expected = [
        `${placeOf(lines, 3, 'supplier:')}: supplier: there is no Company "Nvdia"; did you mean "nvidia"?`,
        `${placeOf(lines, 4, 'supplier:')}: supplier: "Atlas LLC" fits "atlas", "atlas-cloud", "atlas-power"; write the id of the one that is meant`,
        `${placeOf(lines, 4, 'pres]')}: sources: there is no Source "pres"; did you mean "press"?`,
      ];
      await expect(importText(editor().store, lines.join('\n'))).rejects.toThrow(expected.join('\n'));
      expect(await newestSequence(editor())).toBe(WRITE_FACTS);
    });

    it('refers by name to a record that has a fault of its own, and tells that one fault only', async () => {
      const lines = [
        'companies:',
        '- {id: mistral-ai, name: Mistral, aliases: [5], roles: [AI_LAB], country: France}',
        'chipSupply:',
        deal('new-deal', 'nvidia', 'Mistral SAS'),
      ];
      const expected = [
        `${placeOf(lines, 1, 'country:')}: country: a country is two capital letters, such as US`,
        `${placeOf(lines, 1, '5]')}: aliases: this is a text`,
      ];
      const outcome = importText(editor().store, lines.join('\n')).catch(({ message }) =>
        message.split('\n'),
      );
      expect((await outcome).sort()).toEqual(expected.sort());
    });

    it('cannot write or refer to what was retracted', async () => {
      await retract(editor(), 'soitec');
      const today = new Date().toISOString().slice(0, 10);
      const facts = [
        'companies:',
        company('soitec', 'Soitec'),
        'chipSupply:',
        deal('one', 'soitec', 'openai'),
      ];
      await expect(importText(editor().store, facts.join('\n'))).rejects.toThrow(
        `facts.yaml:2:4: id: "soitec" was retracted on ${today}; restore it first`,
      );
      await expect(importText(editor().store, facts.slice(2).join('\n'))).rejects.toThrow(
        `facts.yaml:2:13: supplier: "soitec" was retracted on ${today}; restore it first`,
      );
    });

    it('takes references over from records written through the API', async () => {
      await upsert(editor(), 'Company', {
        id: 'mistral-ai',
        name: 'Mistral',
        roles: ['AI_LAB'],
        country: 'FR',
      });
      await importText(editor().store, ['chipSupply:', deal('new-deal', 'nvidia', 'Mistral')].join('\n'));
      expect(await partiesOf('new-deal')).toEqual({
        supplier: { id: 'nvidia' },
        customer: { id: 'mistral-ai' },
      });
    });
  });
}
