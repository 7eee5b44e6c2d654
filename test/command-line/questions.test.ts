// Every question of the command line, asked of a graph in this process and of a server, from the seed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/command-line/ask.js';
import type { Connect } from '../../src/command-line/connect.js';
import { openLocalClient } from '../../src/command-line/local-client.js';
import { questions } from '../../src/command-line/questions/index.js';
import { toWords } from '../../src/command-line/questions/question.js';
import { createRemoteClient } from '../../src/command-line/remote-client.js';
import { type RunningServer, startServer } from '../support/start-server.js';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
}, 120_000);
afterAll(() => server.stop());

/** The graph of the server, which has to live on when the client is closed. */
const here: Connect = () => openLocalClient(async () => ({ ...server.store, close: async () => undefined }));
const there: Connect = async () => createRemoteClient(server.url, undefined);

async function run(args: readonly string[], connect: Connect) {
  const printed: string[] = [];
  const told: string[] = [];
  await ask(args, { print: (line) => printed.push(line), tell: (line) => told.push(line) }, connect);
  return { printed, told };
}

describe.each(questions.map((question) => [toWords(question.field), question.example.split(' ')] as const))(
  'the example of %s',
  (name, options) => {
    it('has the same answer here and from a server', { timeout: 60_000 }, async () => {
      const [local, remote] = [await run([name, ...options], here), await run([name, ...options], there)];
      expect(local.told, 'an example has an answer').not.toContain('Nothing was found.');
      expect(remote).toEqual(local);
    });

    it('is data of its field with --json', { timeout: 60_000 }, async () => {
      const { printed } = await run([name, ...options, '--json'], there);
      const field = questions.find((question) => toWords(question.field) === name)?.field;
      expect(Object.keys(JSON.parse(printed.join('\n')))).toEqual([field]);
    });
  },
);
