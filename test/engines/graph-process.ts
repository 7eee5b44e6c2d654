/** Another process that holds an embedded graph until its input ends: npx tsx graph-process.ts DIRECTORY. */
import { openEmbeddedStore } from '../../src/engines/embedded/embedded-store.js';

try {
  const store = await openEmbeddedStore(process.argv[2] ?? '');
  process.stdout.write('open\n');
  process.stdin.resume().once('end', () => void store.close());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
