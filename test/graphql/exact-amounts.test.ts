// Amounts beyond 2^53, which JSON numbers can't hold, travel from a file to a client and back without losing a unit.
import { describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import { importText } from '../support/import-text.js';
import { shareServerWith } from '../support/running-server.js';
import { walkBackwards, walkForwards } from '../support/walk.js';

/** 2^53 + 1 is the first whole number that a JSON number can't tell from its neighbour. */
const LARGE = '9007199254740993';
const LARGEST = '9223372036854775807';

const server = shareServerWith(`
sources:
- { id: filing, publisher: SEC, title: A filing }
companies:
- { id: buyer, name: Buyer, roles: [AI_LAB], country: KR }
- { id: seller, name: Seller, roles: [NEOCLOUD], country: KR }
cloudContracts:
${contract('safe', '9007199254740991')}
${contract('large', LARGE)}
${contract('larger', '9007199254740994')}
${contract('largest', LARGEST)}
${contract('as-text', `"${LARGE}"`)}
${contract('nothing', '0')}
metrics:
- { id: loss, company: buyer, metric: NET_INCOME, period: '2025', sources: [filing],
    amount: { value: -${LARGE}, currency: KRW, basis: TOTAL } }
`);

function contract(id: string, value: string): string {
  return `- { id: ${id}, supplier: seller, customer: buyer, summary: A contract., announcedOn: '2025', status: ACTIVE,
    confidence: CONFIRMED, sources: [filing], amount: { value: ${value}, currency: KRW, basis: TOTAL } }`;
}

const byAmount = ['largest', 'larger', 'as-text', 'large', 'safe', 'nothing'];

describe('an amount', () => {
  it('is a JSON number up to 2^53 - 1 and a text beyond, to the unit', async () => {
    const { cloudContracts } = await ask<{ cloudContracts: { nodes: { id: string; amount: unknown }[] } }>(
      server.url,
      '{ cloudContracts { nodes { id amount { value currency basis } } } }',
    );
    const won = { currency: 'KRW', basis: 'TOTAL' };
    expect(Object.fromEntries(cloudContracts.nodes.map(({ id, amount }) => [id, amount]))).toEqual({
      safe: { value: 9_007_199_254_740_991, ...won },
      large: { value: LARGE, ...won },
      larger: { value: '9007199254740994', ...won },
      largest: { value: LARGEST, ...won },
      'as-text': { value: LARGE, ...won },
      nothing: { value: 0, ...won },
    });
  });

  it('of a metric may be a loss of any size', async () => {
    expect(await ask(server.url, '{ metrics { nodes { amount { value } } } }')).toEqual({
      metrics: { nodes: [{ amount: { value: `-${LARGE}` } }] },
    });
  });

  it.each([
    [`{ eq: "${LARGE}" }`, ['as-text', 'large']],
    [`{ eq: ${LARGE} }`, ['as-text', 'large']],
    [`{ gt: "${LARGE}" }`, ['larger', 'largest']],
    [`{ in: ["9007199254740994", 0] }`, ['larger', 'nothing']],
    [`{ lt: "9007199254740992" }`, ['nothing', 'safe']],
  ])('is compared to the unit by %s', async (comparison, ids) => {
    const args = `filter: { amount: { value: ${comparison} } }`;
    expect((await walkForwards(server.url, 'cloudContracts', { size: 10, args })).flat()).toEqual(ids);
  });

  it('beyond 2^53 comes as a variable too', async () => {
    const query =
      'query ($value: BigInt) { cloudContracts(filter: { amount: { value: { eq: $value } } }) { totalCount } }';
    expect(await ask(server.url, query, { value: LARGE })).toEqual({ cloudContracts: { totalCount: 2 } });
  });

  it('orders a list to the unit, page by page, from either end', async () => {
    const args = 'orderBy: AMOUNT_DESC';
    expect(await walkForwards(server.url, 'cloudContracts', { size: 1, args })).toEqual(
      byAmount.map((id) => [id]),
    );
    const backwards = await walkBackwards(server.url, 'cloudContracts', { size: 1, args });
    expect(backwards.reverse()).toEqual(byAmount.map((id) => [id]));
  });
});

describe('a page', () => {
  it('goes on where it was, whatever is added before and behind its cursor', async () => {
    const page = 'nodes { id } pageInfo { endCursor }';
    const first = await ask<{ cloudContracts: { pageInfo: { endCursor: string } } }>(
      server.url,
      `{ cloudContracts(first: 3, orderBy: AMOUNT_DESC) { ${page} } }`,
    );
    await importText(
      server.store,
      `cloudContracts:\n${contract('before', '9007199254740999')}\n${contract('behind', '5')}`,
    );
    const second = await ask(
      server.url,
      `{ cloudContracts(first: 3, orderBy: AMOUNT_DESC, after: "${first.cloudContracts.pageInfo.endCursor}") { nodes { id } } }`,
    );
    expect(second).toEqual({
      cloudContracts: { nodes: [{ id: 'large' }, { id: 'safe' }, { id: 'behind' }] },
    });
  });
});
