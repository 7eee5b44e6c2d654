// The import and export commands as a user meets them.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.js';

/** A process starts slowly on a machine that is busy with other tests. */
const TIMEOUT_MS = 120_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-tables-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => runCli(args, { DATA_DIR: join(folder, 'data') });
const header = 'id,name,roles,country';

describe('tables', { timeout: TIMEOUT_MS }, () => {
  it('are tried, imported and exported again', async () => {
    const table = join(folder, 'companies.csv');
    await writeFile(table, `${header}\nnew,New,AI_LAB;INVESTOR,US\n`);
    const tried = {
      code: 0,
      stdout: `+ new
    name: "New"
    roles: ["AI_LAB","INVESTOR"]
    country: "US"
Nothing was written. It would be: 1 created, 0 updated, 0 unchanged.
`,
      stderr: '',
    };
    expect(await run('import', table, '--dry-run')).toEqual(tried);
    // Tried again it is still new.
    expect(await run('import', '--dry-run', table)).toEqual(tried);
    expect(await run('import', table)).toEqual({
      code: 0,
      stdout: 'Imported: 1 created, 0 updated, 0 unchanged.\n',
      stderr: '',
    });

    const changed = join(folder, 'changed.csv');
    await writeFile(changed, `${header}\nnew,Newer,AI_LAB;INVESTOR,US\n`);
    const { stdout } = await run('import', changed, '--section', 'companies', '--dry-run');
    expect(stdout).toBe(`~ new
    name: "New" -> "Newer"
Nothing was written. It would be: 0 created, 1 updated, 0 unchanged.
`);

    const out = join(folder, 'out');
    expect(await run('export', '--format', 'json', '--kind', 'companies', '--out', out)).toEqual({
      code: 0,
      stdout: `Exported 1 records into 1 files in ${out}.\n`,
      stderr: '',
    });
    expect(JSON.parse(await readFile(join(out, 'companies.json'), 'utf8'))).toEqual({
      companies: [{ id: 'new', name: 'New', roles: ['AI_LAB', 'INVESTOR'], country: 'US' }],
    });
    expect(await run('export', '--out', out)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${out} is not empty; name a new folder for the files\n`,
    });
  });

  it.each([
    [['--format', 'xml'], 'There is no format "xml"; the formats are yaml, json, csv.\n'],
    [['--kind', 'companys'], 'There is no section "companys"; did you mean "companies"?\n'],
    [['--kind', '../companies'], /^There is no section "\.\.\/companies"/],
  ])('are not exported as %s', async (args, stderr) => {
    const ended = await run('export', ...args, '--out', join(folder, 'never'));
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 2, stdout: '' });
    if (typeof stderr === 'string') expect(ended.stderr).toBe(stderr);
    else expect(ended.stderr).toMatch(stderr);
  });
});
