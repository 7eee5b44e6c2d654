// Where pages start and end: cursors, sizes, and what is refused.
import { describe, expect, it } from 'vitest';
import { ask, askFault } from '../support/ask.js';
import { readSection } from '../support/read-seed.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();
const contracts = readSection('cloudContracts')
  .map(({ id }) => id)
  .sort();

interface Listed {
  readonly list: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  };
}

async function cursorsOf(field: string): Promise<string[]> {
  const { list } = await ask<Listed>(server.url, `{ list: ${field} { edges { cursor node { id } } } }`);
  return list.edges.map(({ cursor }) => cursor);
}

async function idsOf(field: string): Promise<string[]> {
  const { list } = await ask<Listed>(server.url, `{ list: ${field} { edges { cursor node { id } } } }`);
  return list.edges.map(({ node }) => node.id);
}

/** A cursor that somebody made up. */
const made = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');

describe('after and before', () => {
  it('cut out what lies between two cursors', async () => {
    const cursors = await cursorsOf('cloudContracts(first: 10)');
    const between = await idsOf(
      `cloudContracts(after: "${cursors[2]}", before: "${cursors[6]}", first: 200)`,
    );
    expect(between).toEqual(contracts.slice(3, 6));
  });

  it('read the end of what lies before a cursor where no number from the start is asked for', async () => {
    const cursors = await cursorsOf('cloudContracts(first: 40)');
    expect(await idsOf(`cloudContracts(before: "${cursors[39]}")`)).toEqual(contracts.slice(19, 39));
    expect(await idsOf(`cloudContracts(before: "${cursors[39]}", first: 3)`)).toEqual(contracts.slice(0, 3));
    expect(await idsOf(`cloudContracts(before: "${cursors[39]}", last: 3)`)).toEqual(contracts.slice(36, 39));
    expect(await idsOf(`cloudContracts(after: "${cursors[39]}", last: 3)`)).toEqual(contracts.slice(-3));
  });

  it('go on where the list has ended with an empty page', async () => {
    const [last] = await cursorsOf('cloudContracts(last: 1)');
    const answer = await ask(
      server.url,
      `{ cloudContracts(first: 5, after: "${last}") { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }`,
    );
    expect(answer).toEqual({
      cloudContracts: { nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: true } },
    });
  });
});

describe('a cursor', () => {
  const refusal = {
    code: 'VALIDATION_FAILED',
    message:
      'after is not a cursor of this list; use an endCursor or startCursor that it gave, with the same orderBy',
  };

  it('of another order is refused', async () => {
    const [byId] = await cursorsOf('cloudContracts(first: 1)');
    const [byAmount] = await cursorsOf('cloudContracts(first: 1, orderBy: AMOUNT_DESC)');
    const ask = (args: string) => askFault(server.url, `{ cloudContracts(${args}) { totalCount } }`);
    expect(await ask(`after: "${byId}", orderBy: AMOUNT_DESC`)).toEqual(refusal);
    expect(await ask(`after: "${byAmount}"`)).toEqual(refusal);
    expect(await ask(`after: "${byAmount}", orderBy: AMOUNT_ASC`)).toEqual(refusal);
    expect(await ask(`before: "${byAmount}"`)).toEqual({
      ...refusal,
      message: refusal.message.replace('after', 'before'),
    });
  });

  it.each([
    ['nothing at all', ''],
    ['an id', 'openai'],
    ['garbage', '%%%'],
    ['a long garbage', 'A'.repeat(10_000)],
    ['JSON of something else', made({ id: 'openai' })],
    ['too few parts', made(['ID_ASC', 'openai'])],
    ['too many parts', made(['ID_ASC', null, 'openai', 1])],
    ['a sort key where there is none', made(['ID_ASC', 5, 'openai'])],
    ['what is no id', made(['ID_ASC', null, "x'}) MATCH (n) DETACH DELETE n //"])],
    ['a number for an id', made(['ID_ASC', null, 5])],
  ])('made of %s is refused', async (_what, after) => {
    const query = 'query ($after: String) { cloudContracts(after: $after) { totalCount } }';
    expect(await askFault(server.url, query, { after })).toEqual(refusal);
  });

  it.each([
    ['AMOUNT_DESC', 'a text'],
    ['AMOUNT_DESC', { integer: '9223372036854775808' }],
    ['AMOUNT_DESC', { integer: '12', more: 1 }],
    ['AMOUNT_DESC', [1]],
    ['ANNOUNCED_ON_ASC', '2025-11-03'],
    ['SUMMARY_ASC', 5],
    ['STATUS_DESC', true],
  ])('of %s with the sort key %j is refused', async (order, key) => {
    const query = `query ($after: String) { cloudContracts(after: $after, orderBy: ${order}) { nodes { id } } }`;
    const after = made([order, key, 'openai-aws-2025-11']);
    expect(await askFault(server.url, query, { after })).toEqual(refusal);
  });

  it('of a reverse connection, and of the suppliers of a company, is held to the same', async () => {
    const ask = (field: string) =>
      askFault(server.url, `{ company(id: "openai") { ${field} { totalCount } } }`);
    expect(await ask('cloudContractsAsCustomer(after: "garbage")')).toEqual(refusal);
    expect(await ask('suppliers(after: "aws")')).toEqual(refusal);
    expect(await ask('customers(after: "")')).toEqual(refusal);
  });
});

describe('the size of a page', () => {
  it.each(['first: 201', 'first: 1000000', 'first: -1', 'last: 201', 'last: -1'])(
    'is refused as %s, the limit named',
    async (args) => {
      const [name, size] = args.split(': ');
      expect(await askFault(server.url, `{ sources(${args}) { totalCount } }`)).toEqual({
        code: 'VALIDATION_FAILED',
        message: `${name} is ${size}; it is from 0 to 200`,
      });
    },
  );

  it('is refused beyond 32 bits', async () => {
    const fault = await askFault(server.url, '{ sources(first: 2147483648) { totalCount } }');
    expect(fault.code).toBe('VALIDATION_FAILED');
  });

  it('is refused as first and last together', async () => {
    expect(await askFault(server.url, '{ sources(first: 2, last: 2) { totalCount } }')).toEqual({
      code: 'VALIDATION_FAILED',
      message: 'first and last together have no clear meaning; use one of them',
    });
  });

  it('is held to the same limits below a record', async () => {
    for (const field of ['cloudContractsAsCustomer', 'suppliers', 'customers', 'deals']) {
      const fault = await askFault(
        server.url,
        `{ company(id: "openai") { ${field}(first: 201) { totalCount } } }`,
      );
      expect(fault, field).toEqual({
        code: 'VALIDATION_FAILED',
        message: 'first is 201; it is from 0 to 200',
      });
    }
  });

  it('may be 200', async () => {
    expect(await idsOf('sources(first: 200)')).toHaveLength(200);
  });
});
