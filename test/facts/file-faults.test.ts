// What can be wrong with files as a whole, and that all of it is told at once and nothing is written then.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { readFactFile } from '../../src/facts/fact-file.js';
import { importFacts } from '../../src/facts/import-facts.js';
import { kinds } from '../../src/model/registry.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { faultLinesOf } from '../support/fault-lines.js';
import { importText } from '../support/import-text.js';

let store: GraphStore;
beforeEach(async () => {
  store = await openMemoryStore();
});
afterEach(() => store.close());

const countNodes = async (): Promise<number> => {
  const [row] = await store.read((reader) =>
    reader.run<{ total: number }>('MATCH (record:Entity) RETURN count(record) AS total'),
  );
  return row?.total ?? 0;
};

const company = (id: string, name = id): string =>
  `- { id: ${id}, name: ${name}, roles: [AI_LAB], country: US }`;

describe('a file', () => {
  it.each([
    ['of broken YAML', 'companies:\n- id: a\n  name: "unclosed\n', '4:1: Missing closing "quote'],
    ['with the same section twice', 'companies: []\ncompanies: []\n', '2:1: Map keys must be unique'],
    ['indented with tabs', 'companies:\n\t- id: a\n', '2:1: Tabs are not allowed as indentation'],
    ['that is a list', '- a\n- b\n', '1:1: a file of facts is a map of sections, each a list of records'],
    ['that is a word', 'hello\n', '1:1: a file of facts is a map of sections, each a list of records'],
    [
      'with a section that is a map',
      'chips: []\ncompanies:\n  id: a\n',
      '2:1: companies is a list of records',
    ],
    [
      'with a misspelt section',
      'chips: []\ncompnies: []\n',
      '2:1: compnies is not a section; did you mean "companies"?',
    ],
    [
      'with a section that is like no other',
      'wizards: []\n',
      `1:1: wizards is not a section; the sections are ${kinds.map(({ section }) => section).join(', ')}`,
    ],
    ['with a record that is a word', 'companies:\n- hello\n', '2:3: a record is a map of fields'],
    ['with a record that is nothing', 'companies:\n-\n', '2:2: a record is a map of fields'],
    [
      'with an alias that leads nowhere',
      'companies:\n- *nobody\n',
      '2:3: an alias (*name) leads nowhere, or the aliases of this file name too much (at most 100); write out what it stands for',
    ],
  ])('%s is refused', async (_what, text, fault) => {
    expect(await faultLinesOf(store, { 'f.yaml': text })).toEqual([`f.yaml:${fault}`]);
  });

  it('that grows without bound through its aliases is refused before it has', async () => {
    const rows = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [before, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map((pair) => [...pair])) {
      rows.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    const faults = await faultLinesOf(store, { 'bomb.yaml': rows.join('\n') });
    expect(faults).toEqual([expect.stringMatching(/^bomb\.yaml:2:8: an alias \(\*name\)/)]);
  });

  it('with a few aliases, as YAML has them, is read', async () => {
    const text = `companies:\n- &first { id: a, name: A, roles: &roles [AI_LAB], country: US }\n- { id: b, name: B, roles: *roles, country: US }\n`;
    expect(await importText(store, text)).toMatchObject({ created: 2 });
  });

  it('that is empty, or has empty sections, changes nothing', async () => {
    for (const text of ['', '# nothing\n', 'companies:\n', 'companies: []\n']) {
      expect(await importText(store, text)).toEqual({ created: 0, updated: 0, unchanged: 0, sequence: 0 });
    }
  });

  it('of JSON says the same as one of YAML', async () => {
    const json = JSON.stringify({ companies: [{ id: 'a', name: 'A', roles: ['AI_LAB'], country: 'US' }] });
    expect(await importText(store, json, 'facts.json')).toMatchObject({ created: 1, unchanged: 0 });
    expect(await importText(store, `companies:\n${company('a', 'A')}\n`)).toMatchObject({
      created: 0,
      unchanged: 1,
    });
  });

  it('of JSON shows its faults by line and column too', async () => {
    const text =
      '{\n  "companies": [\n    { "id": "a", "name": "A", "roles": ["WIZARD"], "country": "US" }\n  ]\n}\n';
    expect(await faultLinesOf(store, { 'facts.json': text })).toEqual([
      expect.stringMatching(/^facts\.json:3:41: roles: this is one of AI_LAB, HYPERSCALER/),
    ]);
  });
});

describe('an id', () => {
  it('that is taken in the same file, or in another one, is told where', async () => {
    const files = {
      'a.yaml': `companies:\n${company('openai')}\n${company('openai')}\n`,
      'b.yaml': `sources:\n- { id: openai, publisher: P, title: T }\n`,
    };
    expect(await faultLinesOf(store, files)).toEqual([
      'a.yaml:3:5: id: "openai" is taken at a.yaml:2; ids are unique across all kinds',
      'b.yaml:2:5: id: "openai" is taken at a.yaml:2; ids are unique across all kinds',
    ]);
  });

  it('that is of another kind in the graph stays with it', async () => {
    await importText(store, `companies:\n${company('openai')}\n`);
    expect(
      await faultLinesOf(store, { 'b.yaml': 'sources:\n- { id: openai, publisher: P, title: T }\n' }),
    ).toEqual(['b.yaml:2:5: id: "openai" is a Company already; ids are unique across all kinds']);
  });
});

describe('all faults', () => {
  const files = {
    'b.yaml': `companies:\n- { id: meta, name: Meta, roles: [WIZARD], country: USA }\n`,
    'a.yaml': `
wizards: []
companies:
${company('openai')}
${company('openai')}
cloudContracts:
- { id: c1, supplier: meta, customer: nobody-at-all, summary: S, announcedOn: '2025-02-30', status: ACTIVE,
    confidence: SURE, sources: [] }
- { id: c2, supplier: meta, customer: nobody-at-all, summary: S, announcedOn: '2025', status: ACTIVE,
    confidence: CONFIRMED, sources: [nothing-of-this-name] }
`,
  };

  it('of all files are told at once, in the order of files, lines and columns', async () => {
    const places = (await faultLinesOf(store, files)).map((line) => /^\S+:\d+:\d+: \w+/.exec(line)?.[0]);
    expect(places).toEqual([
      'a.yaml:2:1: wizards',
      'a.yaml:5:5: id',
      'a.yaml:7:29: customer',
      'a.yaml:7:66: announcedOn',
      'a.yaml:8:5: confidence',
      'a.yaml:8:23: sources',
      'a.yaml:9:29: customer',
      'a.yaml:10:38: sources',
      'b.yaml:2:35: roles',
      'b.yaml:2:44: country',
    ]);
  });

  it('of which there is one let nothing be written, not even what is sound', async () => {
    await faultLinesOf(store, { ...files, 'c.yaml': `companies:\n${company('sound')}\n` });
    expect(await countNodes()).toBe(0);
  });

  it('stand as data beside the message', async () => {
    const file = readFactFile('f.yaml', 'compnies: []\n');
    await expect(importFacts(store, [file], { actor: 'test', now: new Date() })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: {
        faults: [
          {
            file: 'f.yaml',
            line: 1,
            column: 1,
            message: 'compnies is not a section; did you mean "companies"?',
          },
        ],
      },
    });
  });
});
