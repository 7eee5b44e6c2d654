import { expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { ask } from '../support/ask.js';
import { startServer } from '../support/start-server.js';
import { describeThreads } from './threads.contract.js';

describeThreads('the embedded engine', openMemoryStore);

it('is not started for the seed, which is small', async () => {
  const started: unknown[] = [];
  const remember = (worker: unknown): void => void started.push(worker);
  process.on('worker', remember);
  const server = await startServer();
  await ask(server.url, '{ computeSupply(of: "openai") { explored } }');
  await ask(server.url, '{ computeSupply(of: "openai") { explored } }');
  await server.stop();
  process.off('worker', remember);
  expect(started).toEqual([]);
});
