// "Who supplies OpenAI's compute?", as an analyst asks it, and what is refused.
import { describe, expect, it } from 'vitest';
import { ask, askFault } from '../support/ask.js';
import { readSection } from '../support/read-seed.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

interface Deal {
  readonly id: string;
  readonly summary: string;
  readonly amount: { readonly value: number; readonly currency: string; readonly basis: string } | null;
  readonly sources: readonly { readonly id: string; readonly title: string }[];
}
interface Supplier {
  readonly company: { readonly id: string; readonly name: string };
  readonly deals: readonly Deal[];
}
interface Chain {
  readonly computeSupply: {
    readonly of: { readonly name: string };
    readonly truncated: boolean;
    readonly explored: number;
    readonly tiers: readonly { readonly tier: number; readonly suppliers: readonly Supplier[] }[];
  };
}

async function supplyOf(args: string, company = 'openai'): Promise<Chain['computeSupply']> {
  const answer = await ask<Chain>(
    server.url,
    `{ computeSupply(of: "${company}" ${args}) { of { name } truncated explored tiers { tier suppliers {
      company { id name }
      deals { id summary amount { value currency basis } sources { id title } }
    } } } }`,
  );
  return answer.computeSupply;
}

const tierOf = ({ tiers }: Chain['computeSupply'], id: string): number | undefined =>
  tiers.find(({ suppliers }) => suppliers.some(({ company }) => company.id === id))?.tier;

describe("who supplies OpenAI's compute", () => {
  it('is answered in the first tier with AWS, by the 38 billion dollar contract of November 2025', async () => {
    const { of, tiers } = await supplyOf('tiers: 1, on: "2026-06-30"');
    expect(of).toEqual({ name: 'OpenAI' });
    const aws = tiers[0]?.suppliers.find(({ company }) => company.id === 'aws');
    expect(aws?.company.name).toBe('Amazon Web Services');
    const contract = aws?.deals.find(({ id }) => id === 'openai-aws-2025-11');
    expect(contract?.amount).toEqual({ value: 38_000_000_000, currency: 'USD', basis: 'TOTAL' });
    expect(contract?.sources.map(({ id }) => id)).toContain('news-summary-2025-11-openai-aws');
  });

  it('names Microsoft, Oracle and CoreWeave beside AWS in the first tier', async () => {
    const chain = await supplyOf('tiers: 1, on: "2026-06-30"');
    expect(chain.tiers).toHaveLength(1);
    for (const id of ['aws', 'microsoft', 'oracle', 'coreweave']) expect(tierOf(chain, id), id).toBe(1);
  });

  it('finds Nvidia, TSMC and ASML upstream', async () => {
    const chain = await supplyOf('on: "2026-06-30"');
    // OpenAI buys from Nvidia itself and, for its own chip, from TSMC; ASML makes TSMC's machines.
    expect(tierOf(chain, 'nvidia')).toBe(1);
    expect(tierOf(chain, 'asml')).toBe((tierOf(chain, 'tsmc') ?? 0) + 1);
    expect(chain.truncated).toBe(false);
  });

  it('gives every supplier with its deals, and every deal with its sources', async () => {
    const { tiers } = await supplyOf('on: "2026-06-30"');
    const suppliers = tiers.flatMap((tier) => tier.suppliers);
    expect(suppliers.length).toBeGreaterThan(50);
    for (const { company, deals } of suppliers) {
      expect(deals.length, company.id).toBeGreaterThan(0);
      for (const deal of deals) expect(deal.sources.length, deal.id).toBeGreaterThan(0);
    }
  });

  it('knew Microsoft alone as its cloud in the middle of 2023', async () => {
    const { tiers } = await supplyOf('tiers: 1, on: "2023-06-30", kinds: [CLOUD_CONTRACT]');
    expect(tiers.map(({ suppliers }) => suppliers.map(({ company }) => company.id))).toEqual([['microsoft']]);
  });

  it('is asked about today where no day is named', async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(await supplyOf('tiers: 2')).toEqual(await supplyOf(`tiers: 2, on: "${today}"`));
  });

  it('of a month or a year is that of its first day', async () => {
    expect(await supplyOf('tiers: 2, on: "2025"')).toEqual(await supplyOf('tiers: 2, on: "2025-01-01"'));
    expect(await supplyOf('tiers: 2, on: "2025-11"')).toEqual(await supplyOf('tiers: 2, on: "2025-11-01"'));
  });

  it('goes 4 tiers where no number is named', async () => {
    // The chain of AMD is longer.
    const inAll = await supplyOf('on: "2026-06-30", tiers: 8', 'amd');
    expect(inAll.tiers.length).toBeGreaterThan(4);
    const chain = await supplyOf('on: "2026-06-30"', 'amd');
    expect(chain.tiers).toHaveLength(4);
    expect(chain).toEqual(await supplyOf('on: "2026-06-30", tiers: 4', 'amd'));
  });

  it('is the same with every argument left out as with null', async () => {
    const nulls =
      'tiers: null, kinds: null, basis: null, minConfidence: null, includeRumoured: null, rollUp: null';
    expect(await supplyOf(`on: "2026-06-30", ${nulls}`)).toEqual(await supplyOf('on: "2026-06-30"'));
  });

  it('has no tiers for a company that nobody supplies', async () => {
    expect(
      await ask(
        server.url,
        '{ computeSupply(of: "openai-foundation") { tiers { tier } explored truncated } }',
      ),
    ).toEqual({
      computeSupply: { tiers: [], explored: 0, truncated: false },
    });
  });

  it('has no tiers before the first deal', async () => {
    const { tiers } = await supplyOf(
      'on: "1990-01-01", kinds: [CLOUD_CONTRACT, CHIP_SUPPLY, FACILITY_CONTRACT]',
    );
    expect(tiers).toEqual([]);
  });
});

describe.each([
  ['computeSupply', 'of'],
  ['exposure', 'to'],
])('%s refuses', (field, about) => {
  const fault = (args: string): Promise<{ code: unknown; message: string }> =>
    askFault(server.url, `{ ${field}(${args}) { explored } }`);

  it.each([0, 9, 99, -1])('%i tiers, the limit named', async (tiers) => {
    expect(await fault(`${about}: "openai", tiers: ${tiers}`)).toEqual({
      code: 'VALIDATION_FAILED',
      message: `tiers is ${tiers}; it is from 1 to 8`,
    });
  });

  it('an unknown company, near matches named', async () => {
    expect(await fault(`${about}: "opnai"`)).toEqual({
      code: 'NOT_FOUND',
      message: 'There is no company with the id "opnai"; did you mean "openai"?',
    });
    expect(await fault(`${about}: "amazon-web-services"`)).toEqual({
      code: 'NOT_FOUND',
      message: 'There is no company with the id "amazon-web-services"; did you mean "aws"?',
    });
  });

  it('an unknown company that is like no other, without a guess', async () => {
    expect(await fault(`${about}: "qqqqzzzz"`)).toEqual({
      code: 'NOT_FOUND',
      message: 'There is no company with the id "qqqqzzzz"',
    });
  });

  it('the id of what is no company', async () => {
    expect((await fault(`${about}: "openai-aws-2025-11"`)).code).toBe('NOT_FOUND');
  });

  it.each(['Open AI', 'OPENAI', '', "openai'}) DETACH DELETE n //"])('%j, which is no id', async (id) => {
    const query = `query ($id: ID!) { ${field}(${about}: $id) { explored } }`;
    expect((await askFault(server.url, query, { id })).code).toBe('VALIDATION_FAILED');
  });

  it.each([
    'kinds: []',
    'kinds: [INVESTMENT]',
    'kinds: [CLOUD_CONTRACT, ACQUISITION]',
    'kinds: [WIZARDRY]',
    'on: "2025-02-30"',
    'on: "2025-13"',
    'on: "yesterday"',
    'on: "2025-11-03T00:00:00Z"',
    'on: ""',
    'on: 2025',
    'basis: SOMEDAY',
    'minConfidence: SURE',
    'tiers: 1.5',
    'tiers: "2"',
    'sorted: true',
  ])('%s', async (args) => {
    expect((await fault(`${about}: "openai", ${args}`)).code).toBe('VALIDATION_FAILED');
  });
});

it('the seed has a company that nobody supplies, and many that somebody does', () => {
  const customers = new Set(
    ['cloudContracts', 'chipSupply', 'componentSupply', 'facilityContracts']
      .flatMap(readSection)
      .map(({ customer }) => customer),
  );
  expect(customers.has('openai-foundation')).toBe(false);
  expect(customers.size).toBeGreaterThan(50);
});
