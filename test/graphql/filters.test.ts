// Filters: each comparison of each type, worked out over the seed by a predicate of its own.
import { describe, expect, it } from 'vitest';
import { askFault } from '../support/ask.js';
import { type RawRecord, readSection } from '../support/read-seed.js';
import { shareSeededServer } from '../support/running-server.js';
import { walkForwards } from '../support/walk.js';
import { filterExamples } from './filter-examples.js';

const server = shareSeededServer();

const dealSections = [
  'cloudContracts',
  'chipSupply',
  'componentSupply',
  'facilityContracts',
  'investments',
  'acquisitions',
];
const recordsOf = (section: string): readonly RawRecord[] =>
  section === 'deals' ? dealSections.flatMap(readSection) : readSection(section);

describe.each(Object.entries(filterExamples))('a filter on %s', (_what, cases) => {
  it.each(cases)('lists the %s that fit %s', async (section, filter, fits) => {
    const all = recordsOf(section);
    const expected = all
      .filter(fits)
      .map(({ id }) => id)
      .sort();
    expect(expected.length, 'an example that some records fit').toBeGreaterThan(0);
    expect(expected.length, 'an example that some records do not fit').toBeLessThan(all.length);
    const pages = await walkForwards(server.url, section, { size: 100, args: `filter: ${filter}` });
    expect(pages.flat()).toEqual(expected);
  });
});

describe('the edges of filters', () => {
  const count = async (filter: string): Promise<number> => {
    const pages = await walkForwards(server.url, 'companies', { size: 200, args: `filter: ${filter}` });
    return pages.flat().length;
  };

  it('nothing asked for fits all', async () => {
    expect(await count('{}')).toBe(318);
    expect(await count('{ and: [] }')).toBe(318);
    expect(await count('{ name: {} }')).toBe(318);
  });

  it('one of no alternatives fits none', async () => {
    expect(await count('{ or: [] }')).toBe(0);
    expect(await count('{ name: { in: [] } }')).toBe(0);
    expect(await count('{ not: {} }')).toBe(0);
  });

  it('a text with the signs of a query language is only a text', async () => {
    expect(await count(`{ name: { contains: "' OR 1=1 //" } }`)).toBe(0);
    expect(await count('{ name: { eq: "$filter0" } }')).toBe(0);
  });

  it.each([
    ['an unknown field', 'companies(filter: { colour: { eq: "red" } })'],
    ['a comparison that makes no sense', 'companies(filter: { name: { lt: "B" } })'],
    ['eq on a list', 'companies(filter: { roles: { eq: AI_LAB } })'],
    ['an unknown choice', 'companies(filter: { roles: { contains: WIZARD } })'],
    ['a day that does not exist', 'cloudContracts(filter: { announcedOn: { eq: "2025-02-30" } })'],
    ['a month that does not exist', 'cloudContracts(filter: { announcedOn: { gte: "2025-13" } })'],
    ['a number where a date belongs', 'cloudContracts(filter: { announcedOn: { gte: 2025 } })'],
    ['an amount that is not whole', 'cloudContracts(filter: { amount: { value: { gte: 1.5 } } })'],
    [
      'an amount beyond 64 bits',
      'cloudContracts(filter: { amount: { value: { gte: "9223372036854775808" } } })',
    ],
    ['a nesting of six', `companies(filter: ${nested(6)})`],
    ['51 comparisons', `companies(filter: { or: [${comparisons(51)}] })`],
  ])('refuses %s', async (_what, field) => {
    expect((await askFault(server.url, `{ ${field} { totalCount } }`)).code).toBe('VALIDATION_FAILED');
  });

  it('takes a nesting of five, and 50 comparisons', async () => {
    expect(await count(nested(5))).toBe(1);
    expect(await count(`{ or: [${comparisons(50)}] }`)).toBe(1);
  });
});

/** A filter this many levels deep, which only OpenAI fits. */
function nested(levels: number): string {
  const innermost = '{ id: { eq: "openai" } }';
  return Array.from({ length: levels - 1 }).reduce<string>((inner) => `{ and: [${inner}] }`, innermost);
}

function comparisons(number: number): string {
  return Array(number).fill('{ id: { eq: "openai" } }').join(', ');
}
