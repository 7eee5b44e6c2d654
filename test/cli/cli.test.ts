// The command line: what it prints, where, and how it exits.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';
import { loadRecords } from '../../src/records/load-records.js';
import { importText } from '../support/import-text.js';
import { runCli, startCli } from '../support/run-cli.js';

/** A process starts slowly on a machine that is busy with other tests. */
const TIMEOUT_MS = 60_000;

let folder: string;
const facts = (): string => join(folder, 'facts.yaml');
const data = (): string => join(folder, 'data');
const run = (...args: readonly string[]) => runCli(args, { DATA_DIR: data() });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const commands = [
  'serve',
  'import',
  'export',
  'rebuild-flows',
  'check',
  'ask',
  'search',
  'keys',
  'backup',
  'restore',
  'migrate',
  'completion',
];

const contract = (summary: string): string => `
sources: [{ id: filing, publisher: SEC, title: A filing }]
companies:
- { id: buyer, name: Buyer, roles: [AI_LAB], country: US }
- { id: seller, name: Seller, roles: [NEOCLOUD], country: US }
cloudContracts:
- { id: buyer-seller-2026-01, supplier: seller, customer: buyer, summary: ${summary}, announcedOn: '2026-01',
    status: ACTIVE, confidence: CONFIRMED, sources: [filing] }
`;

async function keepContract(): Promise<void> {
  const store = await openEmbeddedStore(data());
  await importText(store, contract('Capacity.'));
  await store.close();
}

describe('where there is no graph yet', { timeout: TIMEOUT_MS }, () => {
  it.each([[['ask', 'compute-supply', '--of', 'openai']], [['search', 'openai']]])(
    '%j says how to come by one, and makes none',
    async (args) => {
      expect(await run(...args)).toEqual({
        code: 1,
        stdout: '',
        stderr: `There is no graph in ${data()} yet. Make one of the seed with "npm start", or of your own files with "import", or name a server with --server.\n`,
      });
      expect(existsSync(data())).toBe(false);
    },
  );
});

describe('a graph kept by the command line', { timeout: TIMEOUT_MS }, () => {
  it('takes facts, and tells what they changed', async () => {
    await writeFile(facts(), contract('Capacity.'));
    expect(await run('import', facts())).toEqual({
      code: 0,
      stdout: 'Imported: 4 created, 0 updated, 0 unchanged.\n',
      stderr: '',
    });
    await writeFile(facts(), contract('More capacity.'));
    expect(await run('import', facts())).toEqual({
      code: 0,
      stdout: 'Imported: 0 created, 1 updated, 3 unchanged.\n',
      stderr: '',
    });
    expect(await run('import', facts())).toEqual({
      code: 0,
      stdout: 'Nothing to change: 0 created, 0 updated, 4 unchanged.\n',
      stderr: '',
    });
  });

  it('that was damaged is told so by check, and mended by rebuild-flows', async () => {
    await keepContract();
    const store = await openEmbeddedStore(data());
    await store.write((writer) => writer.run('MATCH (:Company)-[edge:PAYS]->(:Company) DELETE edge'));
    await store.close();
    expect(await run('check')).toEqual({
      code: 1,
      stdout: [
        'buyer-seller-2026-01: 0 PAYS edges, but it casts one',
        'PAYS: 0 edges, but the records cast 1',
        '2 faults. Flow edges can be made anew: rebuild-flows.\n',
      ].join('\n'),
      stderr: '',
    });
    // A contract casts one edge of goods and one of money.
    expect(await run('rebuild-flows')).toEqual({
      code: 0,
      stdout: 'Made 2 flow edges anew from 1 records.\n',
      stderr: '',
    });
    expect(await run('check')).toEqual({ code: 0, stdout: 'The graph is consistent.\n', stderr: '' });
  });

  it('takes nothing of files with faults, each told on a line of its own', async () => {
    await keepContract();
    const [sound, faulty] = [join(folder, 'sound.yaml'), join(folder, 'faulty.yaml')];
    await writeFile(sound, 'companies:\n- { id: third, name: Third, roles: [AI_LAB], country: US }\n');
    await writeFile(
      faulty,
      "companies:\n- { id: fourth, name: Fourth, roles: [WIZARD], country: USA, founded: '2025-02-30' }\n",
    );
    const { code, stdout, stderr } = await run('import', sound, faulty);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/faulty\.yaml:2:39: roles: this is one of AI_LAB, /),
      expect.stringMatching(/faulty\.yaml:2:48: country: a country is two capital letters, such as US$/),
      expect.stringMatching(/faulty\.yaml:2:62: founded: "2025-02-30" does not exist; 2025-02 has 28 days$/),
    ]);
    const store = await openEmbeddedStore(data());
    expect([
      ...(await store.read((reader) => loadRecords(reader, ['third', 'fourth', 'buyer']))).keys(),
    ]).toEqual(['buyer']);
    await store.close();
  });

  it('says which file is not there', async () => {
    const { code, stdout, stderr } = await run('import', join(folder, 'nowhere.yaml'));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^ENOENT: .*nowhere\.yaml'\n$/);
  });
});

describe('help', { timeout: TIMEOUT_MS }, () => {
  it('lists the commands', async () => {
    const { code, stdout, stderr } = await run('--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of commands) expect(stdout).toMatch(new RegExp(`\n  ${command}( |$)`, 'm'));
  });

  it.each(commands)('of %s has an example', async (command) => {
    const { code, stdout } = await run(command, '--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`\nExamples:\n  .*ai-infra-graph ${command}\\b`));
    expect(stdout).not.toContain('\u001b');
  });
});

describe('who reads no further', { timeout: TIMEOUT_MS }, () => {
  it('sees no fault, and the command ends well', async () => {
    const { process: command, ended } = startCli(['completion', 'bash']);
    command.stdout?.destroy();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('the version', { timeout: TIMEOUT_MS }, () => {
  it.each(['--version', '-v'])('is printed for %s as the package has it', async (flag) => {
    const { version } = JSON.parse(
      await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { version: string };
    expect(await run(flag)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('what is not understood', { timeout: TIMEOUT_MS }, () => {
  it('exits with 2, and says what was meant', async () => {
    expect(await run('imprt', 'deals.yaml')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no command "imprt"; did you mean "import"?\n',
    });
  });

  it('exits with 2 for a command without what it needs', async () => {
    expect(await run('import')).toMatchObject({ code: 2, stdout: '' });
  });

  it('exits with 2 for no command at all, and shows the help', async () => {
    const { code, stdout } = await run();
    expect(code).toBe(2);
    expect(stdout).toContain('Usage:');
  });

  it('exits with 1 for a configuration that is wrong, each variable told', async () => {
    const { code, stderr } = await runCli(['check'], { PORT: 'high', SEED: 'perhaps' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The configuration is wrong\.\n/);
    expect(stderr).toMatch(/\nPORT: /);
    expect(stderr).toMatch(/\nSEED: /);
  });
});
