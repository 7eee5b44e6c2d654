// Search from the words that people write to the records that they mean.
import { beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { searchRecords } from '../../src/records/search-records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { importText } from '../support/import-text.js';
import { namedRecords } from '../support/named-records.js';

let store: GraphStore;
beforeAll(async () => {
  store = await openMemoryStore();
  await importText(store, namedRecords);
  return () => store.close();
});

const idsFor = async (text: string, kinds?: readonly string[]): Promise<string[]> =>
  (await searchRecords(store, { text, ...(kinds && { kinds }) })).map(({ record }) => record.id);

describe('search', () => {
  it.each([
    ['amazon web servces', 'aws'],
    ['nvdia', 'nvidia'],
    ['Nvidia Corp', 'nvidia'],
    ['NVDA', 'nvidia'],
    ['nasdaq:nvda', 'nvidia'],
    ['hynix', 'sk-hynix'],
    ['TSMC', 'tsmc'],
    ['taiwan semiconductor', 'tsmc'],
    ['taiwan semiconducter manufacturing co ltd', 'tsmc'],
    ['societe generale', 'societe-generale'],
    ['SOCIÉTÉ GÉNÉRAL SA', 'societe-generale'],
    ['chat gpt', 'chatgpt'],
    ['open ai', 'openai'],
    ['core weave', 'coreweave'],
    ['google', 'alphabet'],
    ['xAI', 'xai'],
    ['x ai', 'xai'],
    ['gb200', 'nvidia-gb200'],
    ['gb 200', 'nvidia-gb200'],
    ['anthr', undefined],
    ['orac', 'oracle'],
    ['texas', 'abilene'],
    ['openai aws', 'openai-aws-2025-11'],
    ['opnai orcale', 'openai-oracle-2025-07'],
    ['英伟达', 'nvidia'],
    ['엔비디아', 'nvidia'],
    ['阿里云', 'alibaba-cloud'],
    ['東京エレクトロン', 'tokyo-electron'],
    ['яндкс', 'yandex'],
    ['οργανισμος', 'ote'],
  ])('finds for %j first of all %s', async (text, id) => {
    expect((await idsFor(text))[0]).toBe(id);
  });

  it('puts what has the name before what mentions it', async () => {
    const hits = await searchRecords(store, { text: 'nvidia' });
    expect(hits.map(({ record, matched }) => [record.id, matched])).toEqual([
      ['nvidia', 'Nvidia'],
      ['nvidia-gb200', 'Nvidia GB200'],
      ['nvidia-gb300', 'nvidia-gb300'],
      ['coreweave', 'Rents out Nvidia chips.'],
      ['openai-aws-2025-11', 'A seven-year contract for Nvidia chips.'],
    ]);
  });

  it('scores from 0 to 1, the best first, and 1 for all of a name', async () => {
    const scores = (await searchRecords(store, { text: 'oracle' })).map(({ score }) => score);
    expect(scores[0]).toBe(1);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  });

  it('puts equals in the order of their kinds, then of their ids', async () => {
    await importText(
      store,
      `products: [{id: twin-product, name: Twinname, developer: openai}]
companies:
- {id: twin-b, name: Twinname, roles: [AI_LAB], country: US}
- {id: twin-a, name: Twinname Inc., roles: [AI_LAB], country: US}`,
    );
    expect(await idsFor('twinname')).toEqual(['twin-a', 'twin-b', 'twin-product']);
  });

  it('does not take one number for another', async () => {
    expect(await idsFor('gb200')).not.toContain('nvidia-gb300');
  });

  it('looks for the kinds asked for, and for all where none is', async () => {
    expect(await idsFor('openai', ['CLOUD_CONTRACT'])).toEqual([
      'openai-aws-2025-11',
      'openai-oracle-2025-07',
    ]);
    expect(await idsFor('openai', ['SOURCE'])).toEqual(['press-1']);
    expect(await idsFor('opnai', ['CLOUD_CONTRACT'])).toHaveLength(2);
    expect(await idsFor('openai', [])).toEqual(await idsFor('openai'));
  });

  it('gives as many as asked for', async () => {
    expect(await searchRecords(store, { text: 'nvidia', first: 2 })).toHaveLength(2);
  });

  it('finds nothing in what is written nowhere', async () => {
    expect(await idsFor('qqqqzzzzxxxx')).toEqual([]);
  });

  it.each([
    ['an empty text', { text: '' }, 'There is nothing to look for'],
    ['no words', { text: '!!! …' }, 'There is nothing to look for'],
    ['201 characters', { text: 'a'.repeat(201) }, 'has 201 characters; write at most 200'],
    ['0 hits', { text: 'nvidia', first: 0 }, 'ask for 1 to 50'],
    ['51 hits', { text: 'nvidia', first: 51 }, 'ask for 1 to 50'],
    ['one and a half hits', { text: 'nvidia', first: 1.5 }, 'ask for 1 to 50'],
  ])('refuses %s', async (_what, input, message) => {
    await expect(searchRecords(store, input)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: expect.stringContaining(message),
    });
  });

  it('ends with its signal', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(searchRecords(store, { text: 'nvidia' }, { signal })).rejects.toThrow('gone');
  });
});

describe('a filter by kind', () => {
  it('finds the one record of a kind behind a thousand better hits of others', async () => {
    const crowded = await openMemoryStore();
    const crowd = Array.from(
      { length: 1_500 },
      (_, at) => `- {id: helios-${at}, name: Helios Helios ${at}, roles: [AI_LAB], country: US}`,
    );
    const product =
      'products:\n- {id: sun, name: Sun, aliases: [The sun that was named after Helios], developer: helios-1}';
    await importText(crowded, `companies:\n${crowd.join('\n')}\n${product}`);
    const hits = await searchRecords(crowded, { text: 'helios', kinds: ['PRODUCT'] });
    expect(hits.map(({ record }) => record.id)).toEqual(['sun']);
    await crowded.close();
  });
});
