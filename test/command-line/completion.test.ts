// Completion as it is typed: the script that the command prints, in the shells that are here.
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completionFor } from '../../src/command-line/completion.js';
import { UsageError } from '../../src/command-line/usage-error.js';
import { runCli } from '../support/run-cli.js';

const TIMEOUT_MS = 60_000;
const run = promisify(execFile);

/** A machine without this shell has nothing to try it with. */
function describeWith(shell: string, does: string, tests: () => void): void {
  if (spawnSync(shell, ['-c', 'true']).status === 0)
    describe(`${shell} ${does}`, { timeout: TIMEOUT_MS }, tests);
}

let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-infra-graph-completion-'));
  await mkdir(inFolder('functions'));
  await writeFile(inFolder('deals.yaml'), '');
  const scripts = { bash: inFolder('bash'), zsh: inFolder('functions/_ai-infra-graph') };
  for (const [shell, path] of Object.entries(scripts)) {
    const { code, stdout } = await runCli(['completion', shell]);
    expect(code).toBe(0);
    await writeFile(path, stdout);
  }
}, TIMEOUT_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What bash offers for the last of these words, as it calls completions. */
async function offeredByBash(line: string): Promise<string[]> {
  const words = line.split(' ');
  const script = `
source "$1"
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_ai-infra-graph ai-infra-graph '${words.at(-1)}' '${words.at(-2)}'
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await run('bash', ['-c', script, 'bash', inFolder('bash')]);
  return stdout.trimEnd().split('\n');
}

/** Types into an interactive zsh, with a tab at the end, and gives the command that zsh runs on return. */
const typing = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; cd $1; $2; ai-infra-graph() { print -r -- RAN:\\\${(j: :)@}:; }; unset zle_bracketed_paste; print LOAD''ED"
zpty -r shell seen '*LOADED*'
zpty -w -n shell "$3"$'\\t\\n'
zpty -r shell seen '*RAN:*:*'
print -r -- \${\${seen##*RAN:}%%:*}`;

const sourced = 'autoload -Uz compinit; compinit -u -D; source functions/_ai-infra-graph';
const found = 'fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -u -D';

async function completedByZsh(way: string, line: string): Promise<string> {
  const { stdout } = await run('zsh', ['-f', '-c', typing, 'zsh', folder, way, line], {
    timeout: 20_000,
  });
  return stdout.trim();
}

describeWith('bash', 'offers', () => {
  it.each([
    ['ai-infra-graph c', ['check', 'completion']],
    [
      'ai-infra-graph keys ',
      ['create', 'list', 'revoke', '--server', '--key', '--name', '--role', '--allow-last'],
    ],
    ['ai-infra-graph keys create --role ', ['READER', 'EDITOR', 'ADMIN']],
    ['ai-infra-graph ask s', ['shared-suppliers', 'supply-changes']],
    ['ai-infra-graph ask paths', ['paths']],
    ['ai-infra-graph ask paths --m', ['--max-length', '--min-confidence']],
    ['ai-infra-graph ask paths --from openai --ro', ['--roll-up']],
    ['ai-infra-graph ask paths --from openai --no-ro', ['--no-roll-up']],
    ['ai-infra-graph ask paths --flows ', ['GOODS', 'MONEY', 'CONTROL']],
    ['ai-infra-graph ask timeline --flows G', ['']],
    ['ai-infra-graph ask paths --s', ['--server']],
    ['ai-infra-graph export --kind chip', ['chips', 'chipSupply']],
    ['ai-infra-graph nothing ', ['']],
  ])('for "%s" %j', async (line, expected) => {
    expect(await offeredByBash(line)).toEqual(expected);
  });
});

describeWith('zsh', 'completes', () => {
  it.each([
    ['ai-infra-graph reb', 'rebuild-flows'],
    ['ai-infra-graph keys cr', 'keys create'],
    ['ai-infra-graph keys create --role E', 'keys create --role EDITOR'],
    ['ai-infra-graph ask money', 'ask money-loops'],
    ['ai-infra-graph ask paths --max', 'ask paths --max-length'],
    ['ai-infra-graph ask paths --from openai --flows G', 'ask paths --from openai --flows GOODS'],
    ['ai-infra-graph export --kind cloudC', 'export --kind cloudContracts'],
    ['ai-infra-graph import dea', 'import deals.yaml'],
  ])('"%s" to "%s", sourced or found in $fpath', async (line, expected) => {
    expect(await completedByZsh(sourced, line)).toBe(expected);
    expect(await completedByZsh(found, line)).toBe(expected);
  });
});

describe('the script', () => {
  const commands = [
    { name: 'ask', description: 'Ask: one question', options: [], words: [], takesFiles: false },
    { name: 'check', description: "Check the graph's flows", options: [], words: [], takesFiles: false },
  ];

  it('for zsh has each command with its description, quoted', () => {
    expect(completionFor('zsh', commands)).toContain(
      "    local -a commands=('ask:Ask\\: one question' 'check:Check the graph'\\''s flows')",
    );
  });

  it('for another shell is refused', () => {
    for (const shell of ['fish', 'toString'])
      expect(() => completionFor(shell, commands)).toThrow(UsageError);
  });
});
