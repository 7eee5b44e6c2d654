/** Another process on an embedded graph, for tests that end it: npx tsx graph-process.ts hold|write DIRECTORY [FIRST]. */
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';
import { importText } from '../support/import-text.js';
import { numberedFacts } from './numbered-facts.js';

const [mode, directory = '', first = '1'] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const store = await openEmbeddedStore(directory);
  say('open');
  if (mode === 'hold') process.stdin.resume().once('end', () => void store.close());
  else {
    // Until somebody kills it. What it says has been committed before.
    for (let number = Number(first); ; number += 1) {
      await importText(store, numberedFacts(number));
      say(`imported ${number}`);
    }
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
