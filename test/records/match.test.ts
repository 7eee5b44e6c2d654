// Matching a name to the company that it stands for, and what is offered for an id that does not exist.
import { beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { findNearIds } from '../../src/records/find-near-ids.js';
import { matchName } from '../../src/records/match-names.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { importText } from '../support/import-text.js';
import { namedRecords } from '../support/named-records.js';

let store: GraphStore;
beforeAll(async () => {
  store = await openMemoryStore();
  await importText(store, namedRecords);
  return () => store.close();
});

const bestFor = async (name: string) => {
  const [best] = await matchName(store, { name });
  return best && { id: best.record.id, score: best.score, matchedOn: best.matchedOn };
};

describe('match', () => {
  it.each([
    ['NVIDIA', 'nvidia', 'Nvidia'],
    ['Nvidia Corp', 'nvidia', 'Nvidia'],
    ['nvda', 'nvidia', 'NASDAQ:NVDA'],
    ['NASDAQ:NVDA', 'nvidia', 'NASDAQ:NVDA'],
    ['英伟达', 'nvidia', '英伟达'],
    ['英伟达公司', 'nvidia', '英伟达'],
    ['Amazon Web Services LLC', 'aws', 'Amazon Web Services'],
    ['Taiwan Semiconductor Manufacturing Co., Ltd.', 'tsmc', 'Taiwan Semiconductor Manufacturing Company'],
    ['Societe Generale', 'societe-generale', 'Société Générale'],
    ['阿里云计算', 'alibaba-cloud', '阿里云计算有限公司'],
    ['東京エレクトロン', 'tokyo-electron', '東京エレクトロン株式会社'],
    ['ЯНДЕКС', 'yandex', 'Яндекс'],
    ['ΕΛΛΗΝΙΚΟΣ ΟΡΓΑΝΙΣΜΟΣ', 'ote', 'Ελληνικός Οργανισμός'],
    ['luma-ai', 'luma-ai', 'Luma AI'],
  ])('knows %j as %s for sure', async (name, id, matchedOn) => {
    expect(await bestFor(name)).toEqual({ id, score: 1, matchedOn });
  });

  it.each([
    ['Nvdia', 'nvidia', 0.9],
    ['Open AI', 'openai', 0.99],
    ['Materials Applied', 'applied-materials', 0.99],
    ['Orcale Corporation', 'oracle', 0.95],
    ['hynix', 'sk-hynix', 0.83],
    ['엔비디어', 'nvidia', 0.75],
  ])('takes %j for %s with a score of about %d', async (name, id, score) => {
    const best = await bestFor(name);
    expect(best?.id).toBe(id);
    expect(best?.score).toBeCloseTo(score, 1);
    expect(best?.score).toBeLessThan(1);
  });

  it('gives other companies with like names after the right one', async () => {
    const matches = await matchName(store, { name: 'Applied Materials' });
    expect(matches.map(({ record, score }) => [record.id, score])).toEqual([
      ['applied-materials', 1],
      ['applied-digital', expect.closeTo(0.74, 1)],
    ]);
  });

  it('takes no ticker for another one', async () => {
    expect(await bestFor('AMZM')).toBeUndefined();
  });

  it('matches companies, or another kind where it is asked for', async () => {
    expect(await bestFor('ChatGPT')).toBeUndefined();
    const [product] = await matchName(store, { name: 'chat gpt', kind: 'PRODUCT' });
    expect(product?.record.id).toBe('chatgpt');
  });

  it('gives nothing for a name that is like no other', async () => {
    expect(await matchName(store, { name: 'Wholly Unlike Anything' })).toEqual([]);
  });

  it.each([
    ['no words', { name: '…' }, 'There is nothing to look for'],
    ['201 characters', { name: 'a'.repeat(201) }, 'write at most 200'],
    ['0 matches', { name: 'Nvidia', first: 0 }, 'ask for 1 to 50'],
    ['51 matches', { name: 'Nvidia', first: 51 }, 'ask for 1 to 50'],
  ])('refuses %s', async (_what, input, message) => {
    await expect(matchName(store, input)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: expect.stringContaining(message),
    });
  });
});

describe('an id that does not exist', () => {
  it.each([
    ['opnai', ['openai']],
    ['open-ai', ['openai']],
    ['nvidia-corp', ['nvidia']],
    ['google', ['alphabet']],
    ['hynix', ['sk-hynix']],
    ['corweave', ['coreweave']],
    ['chatgpt', []],
    ['foo', []],
    ['', []],
    ['---', []],
  ])('%j is taken for %j', async (id, near) => {
    expect(await findNearIds(store, id, 'COMPANY')).toEqual(near);
  });

  it('may be of any length', async () => {
    expect(await findNearIds(store, 'x'.repeat(5_000), 'COMPANY')).toEqual([]);
  });

  it('is taken for ids of its kind only', async () => {
    expect(await findNearIds(store, 'openai-aws-2025-10', 'CLOUD_CONTRACT')).toEqual(['openai-aws-2025-11']);
    expect(await findNearIds(store, 'opnai-aws-2025-11', 'CLOUD_CONTRACT')).toEqual(['openai-aws-2025-11']);
    expect(await findNearIds(store, 'openai-aws-2025-10', 'INVESTMENT')).toEqual([]);
  });

  it('is taken for three others at most', async () => {
    const crowded = await openMemoryStore();
    const names = ['helion-a', 'helion-b', 'helion-c', 'helion-d'];
    await importText(
      crowded,
      `companies:\n${names.map((id) => `- {id: ${id}, name: Helion, roles: [ENERGY], country: US}`).join('\n')}`,
    );
    expect(await findNearIds(crowded, 'helion', 'COMPANY')).toEqual(['helion-a', 'helion-b', 'helion-c']);
    await crowded.close();
  });
});
