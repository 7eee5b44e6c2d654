// README's table of answers says what the tabs answer on the day that it names, and what the files of the seed have.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shareSeededServer } from '../support/running-server.js';
import { connectionRows } from './connection-rows.js';
import { moneyRows } from './money-rows.js';
import { DAY } from './row.js';
import { supplyRows } from './supply-rows.js';
import { askOn, readTab } from './tabs.js';

const server = shareSeededServer();
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const section = readme.slice(readme.indexOf('## What you can ask'), readme.indexOf('## The model'));
/** The rows below the two of the head. */
const table = section.split('\n').filter((line) => line.startsWith('| '));
const shown = new Map(table.slice(2).map((line) => [line.split(' | ')[0]?.slice(2), line]));
const rows = [...supplyRows, ...moneyRows, ...connectionRows];

describe('the table of answers', () => {
  it('names the day that it is about', () => {
    expect(section).toContain(DAY);
  });

  it('has no row that nobody checks', () => {
    expect([...shown.keys()].sort()).toEqual(rows.map(({ question }) => question).sort());
  });

  it.each(rows.map((row) => [row.question, row] as const))('%s', async (question, { tab, check }) => {
    check(await askOn(server.url, readTab(tab), DAY), shown.get(question) ?? '');
  });
});
