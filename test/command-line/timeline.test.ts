// `ask timeline`, page by page.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../../src/command-line/ask.js';
import type { Connect } from '../../src/command-line/connect.js';
import { openLocalClient } from '../../src/command-line/local-client.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openGraph } from '../support/open-graph.js';
import { smallMoneyGraphYaml } from '../support/small-money-graph.js';

let store: GraphStore;
beforeAll(async () => {
  store = (await openGraph(smallMoneyGraphYaml)).store;
});
afterAll(() => store.close());

const connect: Connect = () => openLocalClient(async () => ({ ...store, close: async () => undefined }));

async function run(line: string): Promise<string[]> {
  const printed: string[] = [];
  const output = { print: (text: string) => printed.push(text), tell: () => undefined };
  await ask(line.split(' '), output, connect);
  return printed;
}

it('a timeline that goes on says how to ask for its next page', async () => {
  const asked = 'timeline --of lab,chips --first 2';
  const page = await run(asked);
  expect(page).toEqual([
    'DAY         TYPE   ID                  WHAT',
    '2025-08-01  EVENT  chips-and-lab-meet  They shake hands.',
    '2025-08-01  DEAL   chips-lab-2025      Money for chips.',
    expect.stringMatching(/^The next page: the same with --after \S+$/),
  ]);
  const after = page.at(-1)?.split(' ').at(-1);
  expect(await run(`${asked} --after ${after}`)).toEqual([
    'DAY         TYPE  ID              WHAT',
    '2025-09-09  DEAL  lab-chips-2025  Chips.',
  ]);
});
