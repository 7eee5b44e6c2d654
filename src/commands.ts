/** What the commands do: each opens the graph, does one thing, reports it and closes the graph. */
import { type App, startApp } from './app.js';
import { untilSignal } from './command-line/until-signal.js';
import { readConfig } from './config.js';
import { openStore } from './engines/open-store.js';
import { type ImportCommandOptions, openFiles, runImport } from './import-command.js';
import { createLog, outliveForgottenFaults } from './log.js';
import type { GraphStore } from './store/graph-store.js';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function stopOnSignal(app: App): void {
  const stop = (): void => {
    // A second signal ends the process at once, should the first one not suffice.
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    void app.stop();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

export async function serve(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.LOG_LEVEL);
  outliveForgottenFaults(log);
  const app = await startApp(config, log);
  stopOnSignal(app);
  print(`
  The AI infrastructure graph is served by ${app.store.engine}.
  Playground:  ${app.url}/graphql   (open it in a browser: the first tab asks who supplies OpenAI's compute)
  Or ask here: curl -s ${app.url}/graphql -H 'content-type: application/json' \\
                 -d '{"query":"{ computeSupply(of: \\"openai\\", tiers: 1) { tiers { suppliers { company { name } } } } }"}'
${app.editorKeyFile === undefined ? '' : `  To write:    the key in ${app.editorKeyFile}, sent as "Authorization: Bearer ..."\n`}`);
}

async function withStore<Result>(work: (store: GraphStore) => Promise<Result>): Promise<Result> {
  const store = await openStore(readConfig());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export async function importFiles(paths: readonly string[], options: ImportCommandOptions): Promise<void> {
  // What is not there is told before a graph is made.
  const sources = await openFiles(paths, options);
  await untilSignal((signal) =>
    withStore((store) => runImport(store, sources, { ...options, signal }, print)),
  );
}
