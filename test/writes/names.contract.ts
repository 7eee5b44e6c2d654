/** A record can be referred to by any of its names, if no other record of that kind has it. */
import { describe, expect, it } from 'vitest';
import type { OpenStore } from '../store/use-store.js';
import { faultsIn, useEditor } from './use-editor.js';
import { newContract, writeFacts } from './write-facts.js';
import { refusals, restore, retract, upsert } from './write-requests.js';

/** How people may write a company, and which one is meant. */
const names: readonly (readonly [string, string, string])[] = [
  ['its id', 'nvidia', 'nvidia'],
  ['its name', 'NVIDIA', 'nvidia'],
  ['its name in another case', 'Nvidia', 'nvidia'],
  ['its legal name', 'NVIDIA Corporation', 'nvidia'],
  ['another legal form', 'Nvidia Corp.', 'nvidia'],
  ['spaces around it', '  nvidia ', 'nvidia'],
  ['letters of full width', 'ＮＶＩＤＩＡ', 'nvidia'],
  ['an alias in another script', '英伟达', 'nvidia'],
  ['a Chinese legal form behind it', '英伟达公司', 'nvidia'],
  ['its ticker', 'NASDAQ:NVDA', 'nvidia'],
  ['its ticker without the exchange', 'nvda', 'nvidia'],
  ['an alias', 'AWS', 'aws'],
  ['its name without accents', 'Societe Soitec', 'soitec'],
  ['its name without a legal form', 'Société Soitec', 'soitec'],
  ['a longer name that has another one in it', 'Atlas Cloud', 'atlas-cloud'],
];

export function describeNames(openStore: OpenStore): void {
  describe('a company is meant by', () => {
    const editor = useEditor(openStore, writeFacts);
    const supplierOf = async (supplier: string, id: string = newContract.id): Promise<unknown> =>
      (await upsert(editor(), 'CloudContract', { ...newContract, id, supplier })).change?.after?.supplier;

    it('its id and any of its names, however they are written', async () => {
      const meant: unknown[] = [];
      for (const [index, [way, name]] of names.entries()) {
        meant.push([way, name, await supplierOf(name, `deal-${index}`)]);
      }
      expect(meant).toEqual(names);
    });

    it('no name that is only alike, but that names what is near', async () => {
      const answer = await upsert(editor(), 'CloudContract', { ...newContract, supplier: 'Nvdia' });
      expect(refusals(answer)).toEqual([
        ['NOT_FOUND', 'input.supplier', 'supplier: there is no Company "Nvdia"; did you mean "nvidia"?'],
      ]);
      const [candidate] = answer.userErrors[0]?.candidates ?? [];
      expect(candidate?.node.id).toBe('nvidia');
      expect(candidate?.score).toBeGreaterThan(0.8);
    });

    it('no name that two companies have, but both are named', async () => {
      const answer = await upsert(editor(), 'CloudContract', { ...newContract, supplier: 'Atlas SpA' });
      expect(answer.userErrors).toEqual([
        {
          code: 'AMBIGUOUS_NAME',
          path: ['input', 'supplier'],
          message:
            'supplier: "Atlas SpA" fits "atlas-cloud", "atlas-power"; write the id of the one that is meant',
          currentVersion: null,
          candidates: [
            { node: { id: 'atlas-cloud' }, score: 1, matchedOn: 'Atlas' },
            { node: { id: 'atlas-power' }, score: 1, matchedOn: 'Atlas S.p.A.' },
          ],
          referredBy: [],
        },
      ]);
    });

    it('no name of another kind of record', async () => {
      const answer = await upsert(editor(), 'CloudContract', { ...newContract, supplier: 'Titan' });
      expect(refusals(answer).map(([code, path]) => [code, path])).toEqual([['NOT_FOUND', 'input.supplier']]);
    });

    it('its id, even where another one has that id for a name', async () => {
      const other = { id: 'green-chips', name: 'Nvidia', roles: ['ENTERPRISE'], country: 'US' };
      await upsert(editor(), 'Company', other);
      expect(await supplierOf('nvidia')).toBe('nvidia');
      const answer = await upsert(editor(), 'CloudContract', { ...newContract, supplier: 'Nvidia' });
      expect(refusals(answer).map(([code]) => code)).toEqual(['AMBIGUOUS_NAME']);
    });

    it('its name, even where a record of another kind has that name for an id', async () => {
      const company = { id: 'titan-cloud', name: 'GB200', roles: ['NEOCLOUD'], country: 'US' };
      await upsert(editor(), 'Company', company);
      expect(await supplierOf('gb200')).toBe('titan-cloud');
    });

    it('its new name and no longer by its old one', async () => {
      const company = { id: 'openai', name: 'Closed AI', roles: ['AI_LAB'], country: 'US' };
      await upsert(editor(), 'Company', company);
      expect(await supplierOf('Closed AI, Inc.')).toBe('openai');
      const answer = await upsert(editor(), 'CloudContract', { ...newContract, supplier: 'Open-AI' });
      expect(refusals(answer).map(([code]) => code)).toEqual(['NOT_FOUND']);
      expect(await faultsIn(editor())).toEqual([]);
    });

    it('no id while it is retracted, which is told', async () => {
      await retract(editor(), 'soitec');
      const answer = await upsert(editor(), 'CloudContract', { ...newContract, supplier: 'soitec' });
      const today = new Date().toISOString().slice(0, 10);
      expect(refusals(answer)).toEqual([
        ['NOT_FOUND', 'input.supplier', `supplier: "soitec" was retracted on ${today}; restore it first`],
      ]);
    });

    it('no name while it is retracted, and by all of them once it is restored', async () => {
      await retract(editor(), 'soitec');
      const answer = await upsert(editor(), 'CloudContract', { ...newContract, supplier: 'Soitec' });
      expect(refusals(answer).map(([code]) => code)).toEqual(['NOT_FOUND']);
      expect(await faultsIn(editor())).toEqual([]);
      await restore(editor(), 'soitec');
      expect(await supplierOf('Société Soitec')).toBe('soitec');
      expect(await faultsIn(editor())).toEqual([]);
    });
  });

  describe('a list of names', () => {
    const editor = useEditor(openStore, writeFacts);
    const partnership = {
      id: 'they-work-together',
      summary: 'They work together.',
      announcedOn: '2026',
      status: 'ACTIVE',
      confidence: 'REPORTED',
      sources: ['press'],
    };

    it('keeps its order, and names each record once', async () => {
      const parties = ['OpenAI', 'Nvidia', 'openai', 'NVIDIA Corp'];
      const { change } = await upsert(editor(), 'Partnership', { ...partnership, parties });
      expect(change?.after?.parties).toEqual(['openai', 'nvidia']);
    });

    it('is too short where all of them are of one record', async () => {
      const parties = ['Nvidia', 'NVIDIA Corp'];
      expect(refusals(await upsert(editor(), 'Partnership', { ...partnership, parties }))).toEqual([
        [
          'VALIDATION_FAILED',
          'input.parties',
          'parties: this names at least 2, but all of these are names of "nvidia"',
        ],
      ]);
    });
  });
}
