/** Lists without a `first` may turn out longer than the cost of a query assumes; the answer stays bounded all the same. */
import { expect, test } from 'vitest';
import { postQuery } from '../support/post-query.js';
import { shareServerWith } from '../support/running-server.js';

const SUPPLIERS = 400;
const idOf = (index: number): string => `supplier-${index}`;
const indexes = Array.from({ length: SUPPLIERS }, (_, index) => index);

/** One company that each of 400 others supplies by one contract. */
const facts = JSON.stringify({
  sources: [{ id: 'page', publisher: 'Press', title: 'Page' }],
  companies: ['hub', ...indexes.map(idOf)].map((id) => ({
    id,
    name: id,
    roles: ['ENTERPRISE'],
    country: 'US',
  })),
  cloudContracts: indexes.map((index) => ({
    id: `contract-${index}`,
    supplier: idOf(index),
    customer: 'hub',
    summary: 'A contract.',
    announcedOn: '2025',
    status: 'ACTIVE',
    confidence: 'CONFIRMED',
    sources: ['page'],
  })),
});

const server = shareServerWith(facts);

const dealsOfTheHub = (first: number): string => `{
  computeSupply(of: "hub", tiers: 1) { tiers { suppliers { deals {
    ... on CloudContract { customer { deals(first: ${first}) { nodes { id } } } }
  } } } }
}`;

test('an answer of some ten thousand records is given', { timeout: 60_000 }, async () => {
  // 400 deals, each with 20 deals of its customer.
  const { data, errors } = await postQuery(server.url, dealsOfTheHub(20));
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data).match(/"contract-/g)).toHaveLength(400 * 20);
});

test('an answer of more than 50,000 records is refused, although the query looked cheap', {
  timeout: 60_000,
}, async () => {
  // Three lists of 5 are assumed, so it seems to be 5 x 5 x 5 x 145 records. It would be 400 x 145.
  const { status, errors } = await postQuery(server.url, dealsOfTheHub(145));
  expect({ status, errors: errors?.slice(0, 1) }).toEqual({
    status: 200,
    errors: [
      expect.objectContaining({
        message: 'The answer would have more than 50000 records; ask for fewer tiers or shorter lists.',
        extensions: { code: 'QUERY_TOO_COSTLY', measure: 'records', limit: 50_000 },
      }),
    ],
  });
});
