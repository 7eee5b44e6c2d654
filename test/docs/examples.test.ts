// What README and docs/building-on-it.md show works: the answer, the file and its faults, the requests, and the code.
import { readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../src/errors.js';
import { sign } from '../../src/live/sign.js';
import { importText } from '../support/import-text.js';
import { shareSeededServer } from '../support/running-server.js';
import { openSeededStore } from '../support/seeded-store.js';
import { DAY } from './row.js';
import { askOn, schema } from './tabs.js';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const readme = read('README.md');
const building = read('docs/building-on-it.md');

const blocksOf = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block);

interface Supplier {
  readonly company: { readonly name: string };
  readonly deals: readonly { readonly sources: readonly unknown[] }[];
}
interface Answer {
  readonly computeSupply: { readonly tiers: readonly { readonly suppliers: readonly Supplier[] }[] };
}

describe('README', () => {
  const server = shareSeededServer();

  it('shows a part of the answer to the query above it', async () => {
    const [query = ''] = blocksOf(readme, 'graphql');
    const [sample = ''] = blocksOf(readme, 'jsonc');
    const shown = JSON.parse(sample.replaceAll(/^ *\/\/.*$/gm, '')) as Supplier;
    const { computeSupply } = await askOn<Answer>(server.url, query, DAY);
    const found = computeSupply.tiers[0]?.suppliers.find(
      ({ company }) => company.name === shown.company.name,
    );
    const deals = shown.deals.map((deal) => ({
      ...deal,
      sources: expect.arrayContaining([...deal.sources]),
    }));
    expect(found).toEqual({ ...shown, deals });
  });

  it('shows a file that can be imported, and what is said of two slips in it', async () => {
    const store = await openSeededStore();
    try {
      const [file = ''] = blocksOf(readme, 'yaml');
      const slips = file
        .replace('status: ACTIVE', 'status: ACTVE')
        .replace(/customer: acme-ai$/m, 'customer: acme-a');
      const fault = await importText(store, slips, 'my-deals.yaml').catch((error: Error) => error.message);
      expect(fault).toMatch(/^my-deals\.yaml:\d+:\d+: .*\nmy-deals\.yaml/);
      expect(readme).toContain(`\`\`\`\n${fault}\n\`\`\``);
      expect(await importText(store, file)).toMatchObject({ created: 3, updated: 0 });
    } finally {
      await store.close();
    }
  });
});

describe('docs/building-on-it.md', () => {
  it('sends requests that the schema knows, as README does', () => {
    const bodies = [...`${readme}${building}`.matchAll(/-d '(\{[^']*\})'/g)].map(
      ([, body = '']) => JSON.parse(body) as { query: string },
    );
    expect(bodies).toHaveLength(4);
    for (const { query } of bodies) expect(validate(schema, parse(query))).toEqual([]);
  });

  it('checks signatures as they are made', async () => {
    const code = blocksOf(building, 'js').find((block) => block.includes('isOurs'));
    const { isOurs } = (await import(`data:text/javascript,${encodeURIComponent(code ?? '')}`)) as {
      isOurs(secret: string, headers: Record<string, string>, body: string): boolean;
    };
    const now = Math.floor(Date.now() / 1000);
    const headersOf = (timestamp: number) => ({
      'x-webhook-timestamp': String(timestamp),
      'x-webhook-signature': `sha256=${sign('secret', timestamp, 'body')}`,
    });
    expect(isOurs('secret', headersOf(now), 'body')).toBe(true);
    expect(isOurs('another', headersOf(now), 'body')).toBe(false);
    expect(isOurs('secret', headersOf(now), 'another')).toBe(false);
    expect(isOurs('secret', headersOf(now - 301), 'body')).toBe(false);
    expect(isOurs('secret', {}, 'body')).toBe(false);
  });

  it('lists every error code with its status and meaning', () => {
    for (const [code, { status, meaning }] of Object.entries(errorCodes)) {
      expect(building).toContain(`| \`${code}\` | ${status} | ${meaning} |`);
    }
  });
});
