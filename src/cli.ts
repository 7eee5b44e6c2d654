#!/usr/bin/env node
/** The command line: parses arguments and calls what does the work. */
import { type Command, cac } from 'cac';
import { type Completable, type CompletableWord, completionFor } from './command-line/completion.js';
import { explainFault } from './command-line/held-hint.js';
import { packageVersion } from './command-line/package-version.js';
import { questionNames } from './command-line/questions/index.js';
import { didYouMean, nearMatches } from './near-matches.js';

// Unless told so, graphql-js looks for doubles of itself behind every value of an answer.
process.env.NODE_ENV ??= 'production';

// Who reads no further, as `head` does, wants no more lines; what was begun goes on to its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const cli = cac('ai-infra-graph');
/** Loaded when a command runs: help needs neither a graph nor a server. */
const loadCommands = () => import('./commands.js');
/** These need no server of their own, and start faster without one. */
const loadAsking = () => import('./command-line/commands.js');
/** A command that a server can carry out just as well, for those who may not open its graph. */
const reachable = (rawName: string, description: string): Command =>
  cli
    .command(rawName, description)
    .option('--server <url>', 'Do it through the server at this address; else the graph is opened here')
    .option('--key <key>', 'The API key for the server; better in AI_INFRA_GRAPH_KEY');

cli
  .command('serve', 'Serve the graph; an empty one is filled from the seed first')
  .example('  PORT=8080 ai-infra-graph serve')
  .action(async () => (await loadCommands()).serve());
cli
  .command(
    'import <...files>',
    'Import facts from YAML, JSON or CSV files: all of them, or nothing where there is a fault. More than 10,000 records are checked whole, then written 10,000 at a time; if that is stopped, run it again to go on',
  )
  .option('--dry-run', 'Only show what would change, field by field')
  .option('--section <section>', 'What CSV files hold; else their names say it: cloudContracts.csv')
  .example('  ai-infra-graph import deals.yaml')
  .example('  ai-infra-graph import companies.csv cloudContracts.csv --dry-run')
  .option('--server <url>', 'Import into the graph of the server at this address, one file')
  .option('--key <key>', 'The API key for the server; better in AI_INFRA_GRAPH_KEY')
  .action(async (files: string[], options) =>
    options.server === undefined
      ? (await loadCommands()).importFiles(files, options)
      : (await loadAsking()).runRemoteImport(files, options),
  );
reachable('export', 'Export all records into files that import reads, one for each kind')
  .option('--format <format>', 'yaml, json or csv; yaml if left out')
  .option('--kind <section>', 'Only one kind: cloudContracts')
  .option('--out <folder>', 'A new or empty folder; export if left out')
  .example('  ai-infra-graph export --format csv --out tables')
  .example('  ai-infra-graph export --kind companies --server http://127.0.0.1:4000')
  .action(async () => (await loadAsking()).runExport());
reachable('rebuild-flows', 'Make the flow edges anew from the deals and ownerships')
  .example('  ai-infra-graph rebuild-flows')
  .action(async () => (await loadAsking()).runRebuildFlows());
reachable('check', 'Check that flow edges and references agree with the records; exits 1 if they do not')
  .example('  ai-infra-graph check && echo sound')
  .action(async () => (await loadAsking()).runCheck());
cli
  .command(
    'ask <question>',
    'Ask a question, as a table or as JSON; for its options: ask compute-supply --help',
    {
      allowUnknownOptions: true,
    },
  )
  .usage(
    `ask <question> [options]\n\nQuestions, each with a help of its own (ask compute-supply --help):\n${questionNames.map((name) => `  ${name}`).join('\n')}`,
  )
  .option('--json', 'Print the data of the answer as JSON')
  .option('--server <url>', 'Ask the server at this address; else the graph of the configuration is opened')
  .option('--key <key>', 'The API key for the server; better in AI_INFRA_GRAPH_KEY')
  .example('  ai-infra-graph ask compute-supply --of openai --tiers 2')
  .example('  ai-infra-graph ask money-loops --through openai --json')
  .example('  ai-infra-graph ask exposure --to tsmc --server http://127.0.0.1:4000')
  .action(async () => (await loadAsking()).runAsk());
cli
  .command('search <...text>', 'Find records by their names and texts; typos and accents do not matter', {
    allowUnknownOptions: true,
  })
  .option('--first <count>', 'How many, best first: 1 to 50; 10 if left out')
  .option('--kinds <kinds>', 'Only these kinds of record: COMPANY,CHIP')
  .option('--json', 'Print the data of the answer as JSON')
  .option('--server <url>', 'Ask the server at this address; else the graph of the configuration is opened')
  .option('--key <key>', 'The API key for the server; better in AI_INFRA_GRAPH_KEY')
  .example('  ai-infra-graph search amazon web servces')
  .example('  ai-infra-graph search blackwell --kinds CHIP --first 3')
  .action(async () => (await loadAsking()).runSearch());
reachable(
  'keys <action> [id]',
  'Make, list and revoke the API keys with which programs write; create needs no key where DATA_DIR is yours, also while a server holds it',
)
  .usage(
    'keys create --name <name> --role <role>\n  $ ai-infra-graph keys list\n  $ ai-infra-graph keys revoke <id>',
  )
  .option('--name <name>', 'create: who holds the key; its changes name it')
  .option('--role <role>', 'create: READER, EDITOR or ADMIN')
  .option('--allow-last', 'revoke: also the last valid key of an ADMIN')
  .example('  ai-infra-graph keys create --name newsroom --role EDITOR')
  .example('  ai-infra-graph keys list --server http://127.0.0.1:4000')
  .example('  ai-infra-graph keys revoke 3f2a9c01b7de')
  .action(async () => (await loadAsking()).runKeys());
reachable(
  'backup [file]',
  'Write the embedded graph into a new file, by default one named by the time in DATA_DIR/backups; of Neo4j, say which tool does it',
)
  .example('  ai-infra-graph backup graph-2026-03-09.backup')
  .example('  ai-infra-graph backup --server http://127.0.0.1:4000')
  .action(async () => (await loadAsking()).runBackup());
cli
  .command('restore <file>', 'Put a backup where there is no graph yet')
  .example('  DATA_DIR=restored ai-infra-graph restore graph-2026-03-09.backup')
  .action(async () => (await loadAsking()).runRestore());
reachable(
  'migrate',
  'Bring a graph of an older version to this one, as serve does when it starts, and list what was done to it',
)
  .example('  ai-infra-graph migrate')
  .action(async () => (await loadAsking()).runMigrate());
cli
  .command('completion <shell>', 'Print the script that completes commands in bash or zsh')
  .example('  source <(ai-infra-graph completion bash)')
  .example('  ai-infra-graph completion zsh > ~/.zfunc/_ai-infra-graph   (a folder of $fpath)')
  .action(async (shell: string) => {
    const { optionValues } = await import('./command-line/option-values.js');
    const { completableQuestions } = await import('./command-line/question-options.js');
    const commands = completables(optionValues, { ...knownWords, ask: completableQuestions() });
    process.stdout.write(`${completionFor(shell, commands).join('\n')}\n`);
  });
cli.option('-v, --version', 'Print the version');
cli.help();

const withoutOptions = (name: string): CompletableWord => ({ name, options: [] });

/** What stands behind a command, where that is one of a few words. */
const knownWords: Readonly<Record<string, readonly CompletableWord[]>> = {
  keys: ['create', 'list', 'revoke'].map(withoutOptions),
  completion: ['bash', 'zsh'].map(withoutOptions),
};

const completables = (
  values: Readonly<Record<string, readonly string[]>>,
  known: typeof knownWords,
): Completable[] =>
  cli.commands.map(({ name, description, options, args }) => ({
    name,
    description,
    options: options.map(({ rawName, isBoolean }) => {
      const [flag = rawName] = rawName.split(' ');
      return { flag, values: isBoolean ? undefined : (values[flag] ?? []) };
    }),
    words: known[name] ?? [],
    takesFiles: args.some(({ value }) => /^files?$/.test(value)),
  }));

/** What shells take for a command that was not understood. */
const MISUSED = 2;

function refuse(name: string | undefined): void {
  if (name === undefined) cli.outputHelp();
  else {
    const near = didYouMean(
      nearMatches(
        name,
        cli.commands.map((command) => command.name),
      ),
    );
    process.stderr.write(`There is no command "${name}"${near || '; see --help'}\n`);
  }
  process.exitCode = MISUSED;
}

/** The parser takes the word behind a flag with a hyphen for its value: `--dry-run deals.yaml`. */
const asFlag = (word: string): string => (word === '--dry-run' ? '--dryRun' : word);

/** What was typed could not be understood, as far as its fault tells. */
const isMisuse = (error: unknown): boolean =>
  error instanceof Error && ['CACError', 'UsageError'].includes(error.name);

/** A question has options and a help of its own, of which this parser knows nothing. */
const [, , command, question = '-'] = process.argv;
const asksQuestion = command === 'ask' && !question.startsWith('-');

try {
  if (asksQuestion) await (await loadAsking()).runAsk();
  else cli.parse(process.argv.map(asFlag), { run: false });
  if (cli.matchedCommand !== undefined) await cli.runMatchedCommand();
  else if (cli.options.version === true) process.stdout.write(`${packageVersion()}\n`);
  else if (!asksQuestion && !cli.options.help) refuse(cli.args[0]);
} catch (error) {
  process.stderr.write(`${explainFault(error, process.argv.slice(2))}\n`);
  process.exitCode = isMisuse(error) ? MISUSED : 1;
}
