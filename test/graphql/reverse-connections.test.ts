// From a record to those that point to it, worked out from the seed by looking through all of it.
import { describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import { type RawRecord, readSection } from '../support/read-seed.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

/** The ids of a section's records that name this id in one of these fields. */
function pointingTo(id: string, section: string, fields: readonly string[]): string[] {
  const names = (record: RawRecord): boolean => fields.some((field) => [record[field]].flat().includes(id));
  return readSection(section)
    .filter(names)
    .map((record) => record.id)
    .sort();
}

const dealSections = [
  'cloudContracts',
  'chipSupply',
  'componentSupply',
  'facilityContracts',
  'investments',
  'acquisitions',
];
const pointingFromDeals = (id: string, fields: readonly string[]): string[] =>
  dealSections.flatMap((section) => pointingTo(id, section, fields)).sort();

const parties = ['supplier', 'customer', 'investor', 'investee', 'acquirer', 'target'];

interface Listed {
  readonly node: {
    readonly list: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
  };
}

async function list(type: string, id: string, field: string): Promise<{ totalCount: number; ids: string[] }> {
  const { node } = await ask<Listed>(
    server.url,
    `{ node(id: "${id}") { ... on ${type} { list: ${field}(first: 200) { totalCount nodes { id } } } } }`,
  );
  return { totalCount: node.list.totalCount, ids: node.list.nodes.map((each) => each.id) };
}

describe('a reverse connection', () => {
  it.each([
    ['Company', 'openai', 'cloudContractsAsCustomer', pointingTo('openai', 'cloudContracts', ['customer'])],
    [
      'Company',
      'coreweave',
      'cloudContractsAsSupplier',
      pointingTo('coreweave', 'cloudContracts', ['supplier']),
    ],
    ['Company', 'nvidia', 'chipSupplyAsSupplier', pointingTo('nvidia', 'chipSupply', ['supplier'])],
    ['Company', 'tsmc', 'componentSupplyAsSupplier', pointingTo('tsmc', 'componentSupply', ['supplier'])],
    ['Company', 'anthropic', 'investmentsAsInvestee', pointingTo('anthropic', 'investments', ['investee'])],
    ['Company', 'nvidia', 'investmentsAsInvestor', pointingTo('nvidia', 'investments', ['investor'])],
    ['Company', 'softbank', 'acquisitionsAsAcquirer', pointingTo('softbank', 'acquisitions', ['acquirer'])],
    ['Company', 'softbank', 'ownershipsAsOwner', pointingTo('softbank', 'ownerships', ['owner'])],
    ['Company', 'aws', 'dataCentersAsOperator', pointingTo('aws', 'dataCenters', ['operator'])],
    ['Company', 'coreweave', 'dataCentersAsTenant', pointingTo('coreweave', 'dataCenters', ['tenants'])],
    ['Company', 'openai', 'metrics', pointingTo('openai', 'metrics', ['company'])],
    ['Company', 'openai', 'products', pointingTo('openai', 'products', ['developer'])],
    ['Company', 'microsoft', 'competitions', pointingTo('microsoft', 'competitions', ['parties'])],
    ['Company', 'nvidia', 'partnerships', pointingTo('nvidia', 'partnerships', ['parties'])],
    ['Company', 'amazon', 'events', pointingTo('amazon', 'events', ['companies'])],
    ['Company', 'openai', 'deals', pointingFromDeals('openai', parties)],
    ['Chip', 'nvidia-gb300', 'dataCenters', pointingTo('nvidia-gb300', 'dataCenters', ['chips'])],
    ['Chip', 'nvidia-gb300', 'cloudContracts', pointingTo('nvidia-gb300', 'cloudContracts', ['chips'])],
    [
      'CloudContract',
      'openai-aws-2025-11',
      'expandedBy',
      pointingFromDeals('openai-aws-2025-11', ['expands']),
    ],
    [
      'CloudContract',
      'openai-microsoft-2025-10',
      'replaces',
      pointingFromDeals('openai-microsoft-2025-10', ['replacedBy']),
    ],
    ['CloudContract', 'openai-aws-2025-11', 'events', pointingTo('openai-aws-2025-11', 'events', ['deals'])],
    [
      'Source',
      'news-summary-2025-11-openai-aws',
      'metrics',
      pointingTo('news-summary-2025-11-openai-aws', 'metrics', ['sources']),
    ],
  ])('of %s %s lists its %s', async (type, id, field, expected) => {
    expect(expected.length).toBeGreaterThan(0);
    expect(await list(type, id, field)).toEqual({ totalCount: expected.length, ids: expected });
  });

  it('filters, orders and pages as the connection of Query does', async () => {
    const expected = readSection('cloudContracts')
      .filter(({ customer, status }) => customer === 'openai' && status === 'ACTIVE')
      .map(({ id, amount }) => ({ id, value: (amount as { value: number } | undefined)?.value ?? -1 }))
      .sort((one, other) => other.value - one.value || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id);
    const field =
      'cloudContractsAsCustomer(filter: { status: { eq: ACTIVE } }, orderBy: AMOUNT_DESC, first: 2';
    const page = 'totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor }';
    const first = await ask<{ company: { list: { pageInfo: { endCursor: string } } } }>(
      server.url,
      `{ company(id: "openai") { list: ${field}) { ${page} } } }`,
    );
    const { endCursor } = first.company.list.pageInfo;
    expect(first).toEqual({
      company: {
        list: {
          totalCount: expected.length,
          nodes: expected.slice(0, 2).map((id) => ({ id })),
          pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor },
        },
      },
    });
    const second = await ask(
      server.url,
      `{ company(id: "openai") { list: ${field}, after: "${endCursor}") { nodes { id } } } }`,
    );
    expect(second).toEqual({ company: { list: { nodes: expected.slice(2, 4).map((id) => ({ id })) } } });
  });

  it('is empty for a record that nothing points to', async () => {
    expect(await list('Company', 'tsmc', 'acquisitionsAsTarget')).toEqual({ totalCount: 0, ids: [] });
  });
});

describe('events', () => {
  it('name what they are about, be it a deal, an ownership or a partnership', async () => {
    const event = await ask(
      server.url,
      `{ node(id: "openai-recapitalization-2025-10-28") { ... on Event {
        on companies { id } deals { __typename id ... on Ownership { owner { id } stakePercent } }
      } } }`,
    );
    expect(event).toEqual({
      node: {
        on: '2025-10-28',
        companies: [{ id: 'openai' }, { id: 'openai-foundation' }, { id: 'microsoft' }],
        deals: [
          {
            __typename: 'Ownership',
            id: 'microsoft-owns-openai',
            owner: { id: 'microsoft' },
            stakePercent: 27,
          },
          {
            __typename: 'Ownership',
            id: 'openai-foundation-owns-openai',
            owner: { id: 'openai-foundation' },
            stakePercent: 26,
          },
        ],
      },
    });
  });

  it('all give the deals that the seed says, in its order', async () => {
    const { events } = await ask<{ events: { nodes: { id: string; deals: { id: string }[] }[] } }>(
      server.url,
      '{ events(first: 200) { nodes { id deals { id } } } }',
    );
    const found = events.nodes.map(({ id, deals }) => [id, deals.map((deal) => deal.id)]);
    const expected = readSection('events').map(({ id, deals }) => [id, deals ?? []]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  it('are found from a partnership that they name', async () => {
    const partnerships = readSection('partnerships').map(({ id }) => id);
    const named = readSection('events').flatMap(({ id, deals }) =>
      ((deals ?? []) as string[])
        .filter((deal) => partnerships.includes(deal))
        .map((deal) => [deal, id] as const),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const [partnership, event] of named) {
      expect((await list('Partnership', partnership, 'events')).ids).toContain(event);
    }
  });
});
