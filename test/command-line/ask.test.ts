// `ask` and `search`: what is typed, what comes out, and what is refused before a graph is opened.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/command-line/ask.js';
import type { Connect, Target } from '../../src/command-line/connect.js';
import { openLocalClient } from '../../src/command-line/local-client.js';
import { search } from '../../src/command-line/search.js';
import { UsageError } from '../../src/command-line/usage-error.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openGraph } from '../support/open-graph.js';
import { smallGraphYaml } from '../support/small-graph.js';

let store: GraphStore;
let targets: Target[] = [];

beforeAll(async () => {
  store = (await openGraph(smallGraphYaml)).store;
});
afterAll(() => store.close());

const connect: Connect = (target) => {
  targets.push(target);
  return openLocalClient(async () => ({ ...store, close: async () => undefined }));
};

async function run(command: typeof ask, line: string) {
  const printed: string[] = [];
  const told: string[] = [];
  const output = { print: (text: string) => printed.push(text), tell: (text: string) => told.push(text) };
  await command(line === '' ? [] : line.split(' '), output, connect);
  return { printed, told };
}

describe('a question', () => {
  it('is answered with a row for each supplier', async () => {
    expect(await run(ask, 'compute-supply --of openai --tiers 1 --on 2026-02')).toEqual({
      printed: [
        'TIER  SUPPLIER   GROUP      SUPPLIES TO  DEALS',
        '1     aws        amazon     openai       openai-aws',
        '1     coreweave  coreweave  openai       openai-coreweave',
        '1     microsoft  microsoft  openai       openai-microsoft',
      ],
      told: [],
    });
  });

  it('takes a year for a day, an enum in small letters, and --no- before what is on if left out', async () => {
    const line =
      'compute-supply --of openai --tiers 1 --on 2026 --kinds cloud-contract,chip_supply --no-roll-up';
    const { printed } = await run(ask, line);
    expect(printed[1]).toBe('1     aws        aws        openai       openai-aws');
  });

  it('takes the values of a list one by one, too', async () => {
    const together = await run(ask, 'shared-suppliers --companies openai,anthropic --tiers 1 --on 2026-02');
    const apart = 'shared-suppliers --companies openai --companies anthropic --tiers 1 --on 2026-02';
    expect(together.printed).toEqual(['SUPPLIER  TIER OF EACH', 'amazon    openai 1, anthropic 1']);
    expect(await run(ask, apart)).toEqual(together);
  });

  it('is answered with the data of the API on --json', async () => {
    const { printed } = await run(
      ask,
      'supply-changes --of openai --from 2025-06 --to 2026-02 --tiers 1 --json',
    );
    expect(JSON.parse(printed.join('\n'))).toEqual({
      supplyChanges: {
        gained: [{ company: { id: 'aws', name: 'AWS' }, group: { id: 'amazon', name: 'Amazon' }, tier: 1 }],
        lost: [],
        tierMoved: [],
        explored: expect.any(Number),
        truncated: false,
      },
    });
  });

  it('without an answer says so beside the output', async () => {
    expect(await run(ask, 'compute-supply --of asml')).toEqual({ printed: [], told: ['Nothing was found.'] });
  });

  it('about a company that is not known names those that may be meant', async () => {
    await expect(run(ask, 'compute-supply --of openia')).rejects.toThrow(/openia.*"openai"/);
  });

  it('is put to the server that is named, with the key', async () => {
    targets = [];
    await run(ask, 'compute-supply --of asml --server http://graph.example --key aig_x');
    expect(targets).toMatchObject([{ server: 'http://graph.example', key: 'aig_x' }]);
  });

  it('has a help of its own, from the schema', async () => {
    const { printed } = await run(ask, 'concentration --help');
    const help = printed.join('\n');
    expect(help).toContain('ai-infra-graph ask concentration --of <ID> --side <ConcentrationSide>');
    expect(help).toMatch(
      /--side <ConcentrationSide> +Whose shares.* One of SUPPLIERS, CUSTOMERS, INVESTORS\. Required\./,
    );
    expect(help).not.toContain('`');
  });
});

describe('a question that was not understood', () => {
  it.each([
    ['', /^Ask what\? The questions are compute-supply, /],
    ['compute-suply --of openai', /^There is no question "compute-suply"; did you mean "compute-supply"/],
    ['compute-supply', /^--of is missing\. The id of the company/],
    ['compute-supply --of openai --tiers two', /^--tiers is a whole number, not "two"\.$/],
    ['compute-supply --of openai --kinds cloud', /^--kinds can't be "cloud"; it is one of CLOUD_CONTRACT, /],
    ['compute-supply --of openai --tier 2', /--tier/],
    ['compute-supply --of openai microsoft', /^"microsoft" belongs to no option/],
  ])('%s is refused before a graph is opened', async (line, message) => {
    targets = [];
    const fault: unknown = await run(ask, line).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UsageError);
    expect((fault as UsageError).message).toMatch(message);
    expect(targets).toEqual([]);
  });
});

describe('a search', () => {
  it('finds by several words with a typo, the best first', async () => {
    const { printed } = await run(search, 'core sientific --first 1');
    expect(printed).toEqual([
      'SCORE  KIND     ID               FOUND BY',
      expect.stringMatching(/^0\.\d\d {3}Company {2}core-scientific {2}Core Scientific$/),
    ]);
  });

  it('for nothing is refused', async () => {
    await expect(run(search, '--first 3')).rejects.toThrow(UsageError);
  });
});
