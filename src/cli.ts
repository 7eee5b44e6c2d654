#!/usr/bin/env node
/** The command line: parses arguments and calls what does the work. */
import { cac } from 'cac';
import { checkGraph, importFiles, manageKeys, rebuildFlows, serve } from './commands.js';
import { didYouMean, nearMatches } from './near-matches.js';

const cli = cac('ai-infra-graph');

cli
  .command('serve', 'Serve the graph; an empty one is filled from the seed first')
  .example('  PORT=8080 ai-infra-graph serve')
  .action(serve);
cli
  .command(
    'import <...files>',
    'Import facts from YAML or JSON files: all of them, or nothing where there is a fault',
  )
  .example('  ai-infra-graph import deals.yaml')
  .action(importFiles);
cli.command('rebuild-flows', 'Make the flow edges anew from the deals and ownerships').action(rebuildFlows);
cli
  .command('check', 'Check that flow edges and references agree with the records; exits 1 if they do not')
  .action(checkGraph);
cli
  .command('keys <action> [id]', 'Make, list and revoke the API keys with which programs write')
  .option('--name <name>', 'create: who holds the key; its changes name it')
  .option('--role <role>', 'create: READER, EDITOR or ADMIN')
  .example('  ai-infra-graph keys create --name newsroom --role EDITOR')
  .example('  ai-infra-graph keys list')
  .example('  ai-infra-graph keys revoke 3f2a9c01b7de')
  .action(manageKeys);
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

try {
  cli.parse(process.argv, { run: false });
  if (cli.matchedCommand !== undefined) await cli.runMatchedCommand();
  else if (!cli.options.help) refuse(cli.args[0]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Error && error.name === 'CACError' ? MISUSED : 1;
}
