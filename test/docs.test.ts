// What the documentation says is what the product does.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configVariables } from '../src/config.js';
import { ask } from './support/ask.js';
import { type RunningServer, startServer } from './support/start-server.js';

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');
const readme = read('README.md');
const contributing = read('CONTRIBUTING.md');

const blocksOf = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block]) => block ?? '',
  );

const shown = (fallback: unknown): string => {
  if (fallback === undefined) return '';
  const text = Array.isArray(fallback) ? fallback.join(',') : String(fallback);
  return text === '' ? '' : `\`${text}\``;
};

describe('the documentation', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('lists every variable of the configuration with its default and meaning', () => {
    const rows = configVariables.map(
      ({ name, fallback, meaning }) =>
        `| \`${name}\` | ${shown(fallback)} | ${meaning.replaceAll('|', '\\|')} |`,
    );
    for (const row of rows) expect(readme).toContain(row);
  });

  it('shows queries that are answered', async () => {
    const queries = blocksOf(readme, 'graphql');
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries) await expect(ask(server.url, query)).resolves.toBeTruthy();
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...`${readme}${contributing}`.matchAll(/npm run ([a-z:0-9-]+)/g)].map(
      ([, name]) => name ?? '',
    );
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('names fields of the API that exist', async () => {
    const table = readme.slice(readme.indexOf('## What you can ask'), readme.indexOf('## The model'));
    const named = [...table.matchAll(/^\|[^|]*\| `(\w+)/gm)].map(([, field]) => field);
    const { __schema: schema } = await ask<{ __schema: { queryType: { fields: { name: string }[] } } }>(
      server.url,
      '{ __schema { queryType { fields { name } } } }',
    );
    const fields = schema.queryType.fields.map(({ name }) => name);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !fields.includes(name ?? ''))).toEqual([]);
  });
});
