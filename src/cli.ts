#!/usr/bin/env node
/** The command line: parses arguments and calls what does the work. */
import { cac } from 'cac';
import { didYouMean, nearMatches } from './near-matches.js';

const cli = cac('ai-infra-graph');
/** Loaded when a command runs: help needs neither a graph nor a server. */
const loadCommands = () => import('./commands.js');

cli
  .command('serve', 'Serve the graph; an empty one is filled from the seed first')
  .example('  PORT=8080 ai-infra-graph serve')
  .action(async () => (await loadCommands()).serve());
cli
  .command(
    'import <...files>',
    'Import facts from YAML, JSON or CSV files: all of them, or nothing where there is a fault',
  )
  .option('--dry-run', 'Only show what would change, field by field')
  .option('--section <section>', 'What CSV files hold; else their names say it: cloudContracts.csv')
  .example('  ai-infra-graph import deals.yaml')
  .example('  ai-infra-graph import companies.csv cloudContracts.csv --dry-run')
  .action(async (files: string[], options) => (await loadCommands()).importFiles(files, options));
cli
  .command('export', 'Export all records into files that import reads, one for each kind')
  .option('--format <format>', 'yaml, json or csv; yaml if left out')
  .option('--kind <section>', 'Only one kind: cloudContracts')
  .option('--out <folder>', 'A new or empty folder; export if left out')
  .example('  ai-infra-graph export --format csv --out tables')
  .action(async (options) => (await loadCommands()).exportFiles(options));
cli
  .command('rebuild-flows', 'Make the flow edges anew from the deals and ownerships')
  .action(async () => (await loadCommands()).rebuildFlows());
cli
  .command('check', 'Check that flow edges and references agree with the records; exits 1 if they do not')
  .action(async () => (await loadCommands()).checkGraph());
cli
  .command('keys <action> [id]', 'Make, list and revoke the API keys with which programs write')
  .option('--name <name>', 'create: who holds the key; its changes name it')
  .option('--role <role>', 'create: READER, EDITOR or ADMIN')
  .example('  ai-infra-graph keys create --name newsroom --role EDITOR')
  .example('  ai-infra-graph keys list')
  .example('  ai-infra-graph keys revoke 3f2a9c01b7de')
  .action(async () => (await loadCommands()).manageKeys());
cli.help();

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

try {
  cli.parse(process.argv.map(asFlag), { run: false });
  if (cli.matchedCommand !== undefined) await cli.runMatchedCommand();
  else if (!cli.options.help) refuse(cli.args[0]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Error && error.name === 'CACError' ? MISUSED : 1;
}
