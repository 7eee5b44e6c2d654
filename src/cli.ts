#!/usr/bin/env node
/** The command line: parses arguments and calls what does the work. */
import { cac } from 'cac';
import { checkGraph, importFiles, rebuildFlows, serve } from './commands.js';

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
cli.help();

try {
  cli.parse(process.argv, { run: false });
  if (cli.matchedCommand !== undefined) await cli.runMatchedCommand();
  else if (!cli.options.help) {
    cli.outputHelp();
    process.exitCode = 2;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
