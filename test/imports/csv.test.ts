// CSV: what a cell can say, and where a fault in it stands.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { importFacts } from '../../src/facts/import-facts.js';
import { readCsvText } from '../../src/facts/read-facts.js';
import type { AnyRecord } from '../../src/model/kind.js';
import { kindOf } from '../../src/model/registry.js';
import { loadRecords } from '../../src/records/load-records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { importText } from '../support/import-text.js';
import { writeFacts } from '../writes/write-facts.js';

let store: GraphStore;
beforeEach(async () => {
  store = await openMemoryStore();
  await importText(store, writeFacts);
});
afterEach(() => store.close());

async function read(code: string, text: string, id: string): Promise<AnyRecord | undefined> {
  const file = await readCsvText('table.csv', kindOf(code), text);
  await importFacts(store, [file], { actor: 'test', now: new Date('2026-07-01') });
  return store.read(async (reader) => (await loadRecords(reader, [id])).get(id));
}

const header =
  'id,investor,investee,summary,announcedOn,status,confidence,sources,lead,stakePercent,amount.value,amount.currency,amount.basis';
const row =
  'nvidia-openai,NVIDIA,openai,"A ""big"" one,\nin two lines",2025-09,ANNOUNCED,REPORTED,press;filing,TRUE,12.5,9007199254740993,USD,UP_TO';
const investment = {
  id: 'nvidia-openai',
  kind: 'INVESTMENT',
  version: 1,
  investor: 'nvidia',
  investee: 'openai',
  summary: 'A "big" one,\nin two lines',
  announcedOn: '2025-09',
  status: 'ANNOUNCED',
  confidence: 'REPORTED',
  sources: ['press', 'filing'],
  lead: true,
  stakePercent: 12.5,
  amount: { value: 9007199254740993n, currency: 'USD', basis: 'UP_TO' },
};

describe('a table', () => {
  it.each([
    ['as it is', `${header}\n${row}\n`],
    ['without a line feed at its end', `${header}\n${row}`],
    ['as Windows writes it', `\ufeff${header}\r\n${row}\r\n`],
    ['with blank rows', `\n,,\n${header}\n\n${row}\n,,,,,,,,,,,,\n`],
    [
      'with columns in another order',
      `status,id,investor,investee,summary,announcedOn,confidence,sources,lead,stakePercent,amount.basis,amount.value,amount.currency\nANNOUNCED,nvidia-openai,NVIDIA,openai,"A ""big"" one,\nin two lines",2025-09,REPORTED,press;filing,true,12.5,UP_TO,9007199254740993,USD\n`,
    ],
  ])('%s is read', async (_what, text) => {
    expect(await read('INVESTMENT', text, 'nvidia-openai')).toMatchObject(investment);
  });

  it.each([
    ['a semicolon in an item', String.raw`Open\;AI;OAI`, ['Open;AI', 'OAI']],
    ['a backslash in an item', String.raw`Open\\;AI`, ['Open\\', 'AI']],
    ['a backslash that escapes nothing', String.raw`a\b;c\ `, ['a\\b', 'c\\']],
    ['a text that looks like a formula', `'=1+1;@home`, ['=1+1', '@home']],
    ['an apostrophe that belongs to the text', `'t Hooft`, ["'t Hooft"]],
  ])('keeps %s', async (_what, cell, aliases) => {
    const text = `id,name,roles,country,aliases\nnew,New,AI_LAB,US,${cell}\n`;
    expect(await read('COMPANY', text, 'new')).toMatchObject({ aliases });
  });
});

const source = 'id,publisher,title\n';

describe('a fault', () => {
  it.each([
    ['in a cell behind a quoted one', `${source}a,"P, ""Q""\nR",\n`, '3:4: title is missing; this is a text'],
    ['in a record without the column', 'id,publisher\na,P\n', '2:1: title is missing; this is a text'],
    ['in a list', 'id,name,roles,country\na,A,AI_LAB;WIZARD,US\n', '2:5: roles: this is one of AI_LAB'],
    [
      'of a row that is too short',
      `${source}a,P\n`,
      '2:1: this row has 2 cells, but the header names 3 columns',
    ],
    [
      'of a row that is too long',
      `${source}a,P,T,U\r\n`,
      '2:1: this row has 4 cells, but the header names 3 columns',
    ],
    [
      'in a misspelt column',
      'id,publisher,titel\n',
      '1:14: "titel" is not a column of sources; did you mean "title"?',
    ],
    ['in a column that is there twice', 'id,title,title\n', '1:10: the column title stands here again'],
    [
      'in a header that would pollute a prototype',
      'id,__proto__\n',
      '1:4: "__proto__" is not a column of sources',
    ],
    [
      'of a missing id column',
      'publisher,title\n',
      '1:1: the column id is missing; the first row names the columns',
    ],
    [
      'of a quote that stays open',
      `${source}a,P,T\nb,"P,T\nc,P,T\n`,
      '3:1: a quoted cell of this row is never closed; end it with "',
    ],
    [
      'of a quote that ends too early',
      `${source}a,"P"Q,T\n`,
      '2:1: text follows the closing quote of a cell',
    ],
    ['of a quote in the middle', `${source}a,P"Q,T\n`, '2:1: a quote stands inside of a cell without quotes'],
    ['of a NUL', `${source}a,P\0,T\n`, '2:4: a NUL character stands here; take it out'],
    ['of half a character', `${source}a,\ud83d,T\n`, '2:3: half a character (a lone surrogate) stands here'],
    ['of an id that is there twice', `${source}a,P,T\na,P,T\n`, '3:1: id: "a" is taken at table.csv:2'],
  ])('%s is told with its place', async (_what, text, expected) => {
    const code = text.startsWith('id,name') ? 'COMPANY' : 'SOURCE';
    await expect(read(code, text, 'a')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    const message = await read(code, text, 'a').catch((error: Error) => error.message);
    expect(message).toMatch(`table.csv:${expected}`);
    expect(String(message).split('\n')).toHaveLength(1);
  });

  it('in one part of an amount is told in its column', async () => {
    const text = `${header}\nx,nvidia,openai,S,2025,ACTIVE,CONFIRMED,press,maybe,a lot,1.5,USD,\n`;
    const message = await read('INVESTMENT', text, 'x').catch((error: Error) => error.message);
    expect(
      String(message)
        .split('\n')
        .map((line) => line.split(';')[0]),
    ).toEqual([
      'table.csv:2:47: lead: this is true or false',
      'table.csv:2:53: stakePercent: this is a number',
      'table.csv:2:59: amount.value: an amount is a whole number, such as 38000000000',
      'table.csv:2:67: amount.basis is missing',
    ]);
  });
});
