// Filters: each comparison of each type, worked out over the seed by a predicate of its own.
import { describe, expect, it } from 'vitest';
import { askFault } from '../support/ask.js';
import { type RawRecord, readSection } from '../support/read-seed.js';
import { shareSeededServer } from '../support/running-server.js';
import { walkForwards } from '../support/walk.js';

const server = shareSeededServer();

type Fits = (record: RawRecord) => boolean;
type Example = readonly [section: string, filter: string, fits: Fits];

const textOf = (record: RawRecord, field: string): string => (record[field] as string | undefined) ?? '';
const listOf = (record: RawRecord, field: string): unknown[] =>
  (record[field] as unknown[] | undefined) ?? [];
const amountOf = (record: RawRecord): { value: number; currency: string; basis: string } | undefined =>
  record.amount as { value: number; currency: string; basis: string } | undefined;
const valueOf = (record: RawRecord): number => amountOf(record)?.value ?? Number.NaN;

/** Full days are texts that compare as time does; an imprecise start stands for its first day. */
const startOf = (record: RawRecord, field = 'announcedOn'): string | undefined => {
  const day = record[field] as string | undefined;
  return day === undefined ? undefined : `${day}-01-01`.slice(0, 10);
};
const isWithin = (day: string | undefined, from: string, to: string): boolean =>
  day !== undefined && from <= day && day <= to;

const examples: Readonly<Record<string, readonly Example[]>> = {
  'an id': [
    ['chips', '{ id: { eq: "nvidia-gb200" } }', ({ id }) => id === 'nvidia-gb200'],
    [
      'chips',
      '{ id: { in: ["nvidia-gb200", "nvidia-gb300", "nobody"] } }',
      ({ id }) => /^nvidia-gb[23]00$/.test(id),
    ],
  ],
  'a reference': [
    ['cloudContracts', '{ customer: { eq: "openai" } }', ({ customer }) => customer === 'openai'],
    [
      'cloudContracts',
      '{ customer: { in: ["openai", "meta"] } }',
      ({ customer }) => customer === 'openai' || customer === 'meta',
    ],
    [
      'cloudContracts',
      '{ chips: { contains: "nvidia-gb300" } }',
      (raw) => listOf(raw, 'chips').includes('nvidia-gb300'),
    ],
  ],
  'a text': [
    ['companies', '{ name: { eq: "OpenAI" } }', ({ name }) => name === 'OpenAI'],
    ['companies', '{ country: { in: ["TW", "KR"] } }', ({ country }) => country === 'TW' || country === 'KR'],
    [
      'companies',
      '{ summary: { contains: "DATA CENT" } }',
      (raw) => textOf(raw, 'summary').toLowerCase().includes('data cent'),
    ],
    ['companies', '{ aliases: { contains: "AWS" } }', (raw) => listOf(raw, 'aliases').includes('AWS')],
  ],
  'a choice': [
    ['cloudContracts', '{ status: { eq: SUPERSEDED } }', ({ status }) => status === 'SUPERSEDED'],
    [
      'componentSupply',
      '{ category: { in: [LITHOGRAPHY, EDA] } }',
      ({ category }) => category === 'LITHOGRAPHY' || category === 'EDA',
    ],
    ['companies', '{ roles: { contains: FOUNDRY } }', (raw) => listOf(raw, 'roles').includes('FOUNDRY')],
  ],
  'a number': [
    ['cloudContracts', '{ capacityMW: { gt: 1000 } }', ({ capacityMW }) => Number(capacityMW) > 1000],
    ['cloudContracts', '{ capacityMW: { lte: 1000 } }', ({ capacityMW }) => Number(capacityMW) <= 1000],
    [
      'cloudContracts',
      '{ termYears: { gte: 5, lt: 7.5 } }',
      ({ termYears }) => Number(termYears) >= 5 && Number(termYears) < 7.5,
    ],
    [
      'cloudContracts',
      '{ termYears: { in: [7, 8] } }',
      ({ termYears }) => termYears === 7 || termYears === 8,
    ],
    ['chipSupply', '{ units: { gte: 100000 } }', ({ units }) => Number(units) >= 100_000],
  ],
  'a flag': [['investments', '{ lead: { eq: true } }', ({ lead }) => lead === true]],
  'an amount': [
    ['cloudContracts', '{ amount: { value: { eq: 38000000000 } } }', (raw) => valueOf(raw) === 38e9],
    [
      'cloudContracts',
      '{ amount: { value: { gte: "38000000000", lt: 300000000000 } } }',
      (raw) => valueOf(raw) >= 38e9 && valueOf(raw) < 300e9,
    ],
    [
      'deals',
      '{ amount: { currency: { in: ["EUR", "KRW"] } } }',
      (raw) => /EUR|KRW/.test(amountOf(raw)?.currency ?? ''),
    ],
    ['metrics', '{ amount: { value: { lt: 0 } } }', (raw) => valueOf(raw) < 0],
    [
      'cloudContracts',
      '{ amount: { basis: { eq: UP_TO }, currency: { eq: "USD" } } }',
      (raw) => amountOf(raw)?.basis === 'UP_TO' && amountOf(raw)?.currency === 'USD',
    ],
  ],
  'a date, as the period that it is': [
    [
      'cloudContracts',
      '{ announcedOn: { eq: "2025" } }',
      (raw) => isWithin(startOf(raw), '2025-01-01', '2025-12-31'),
    ],
    [
      'cloudContracts',
      '{ announcedOn: { eq: "2025-11" } }',
      (raw) => isWithin(startOf(raw), '2025-11-01', '2025-11-30'),
    ],
    ['cloudContracts', '{ announcedOn: { eq: "2025-11-03" } }', (raw) => startOf(raw) === '2025-11-03'],
    [
      'cloudContracts',
      '{ announcedOn: { in: ["2019", "2025-11"] } }',
      (raw) =>
        isWithin(startOf(raw), '2019-01-01', '2019-12-31') ||
        isWithin(startOf(raw), '2025-11-01', '2025-11-30'),
    ],
    [
      'cloudContracts',
      '{ announcedOn: { lt: "2025-11" } }',
      (raw) => isWithin(startOf(raw), '0000', '2025-10-31'),
    ],
    [
      'cloudContracts',
      '{ announcedOn: { lte: "2025-11" } }',
      (raw) => isWithin(startOf(raw), '0000', '2025-11-30'),
    ],
    [
      'cloudContracts',
      '{ announcedOn: { gt: "2025-11" } }',
      (raw) => isWithin(startOf(raw), '2025-12-01', '9999'),
    ],
    [
      'cloudContracts',
      '{ announcedOn: { gte: "2025-11" } }',
      (raw) => isWithin(startOf(raw), '2025-11-01', '9999'),
    ],
    // The only end in 2032 is written "2032" and so counts as its last day.
    ['cloudContracts', '{ endsOn: { gt: "2032-12-30" } }', ({ endsOn }) => String(endsOn ?? '0') >= '2032'],
  ],
  'several fields, all of which must fit': [
    [
      'cloudContracts',
      '{ customer: { eq: "openai" }, status: { eq: ACTIVE }, announcedOn: { gte: "2025" } }',
      (raw) => raw.customer === 'openai' && raw.status === 'ACTIVE' && (startOf(raw) ?? '') >= '2025',
    ],
  ],
  'and, or and not': [
    [
      'companies',
      '{ and: [{ roles: { contains: AI_LAB } }, { roles: { contains: CHIP_DESIGNER } }] }',
      (raw) => listOf(raw, 'roles').includes('AI_LAB') && listOf(raw, 'roles').includes('CHIP_DESIGNER'),
    ],
    [
      'companies',
      '{ or: [{ country: { eq: "NL" } }, { name: { contains: "semi" } }] }',
      (raw) => raw.country === 'NL' || textOf(raw, 'name').toLowerCase().includes('semi'),
    ],
    // What has no ticker does not have one at Nasdaq either.
    [
      'companies',
      '{ not: { ticker: { contains: "NASDAQ" } } }',
      (raw) => !textOf(raw, 'ticker').includes('NASDAQ'),
    ],
    [
      'cloudContracts',
      '{ not: { or: [{ amount: { value: { gte: 1000000000 } } }, { not: { status: { eq: ACTIVE } } }] } }',
      (raw) => !(valueOf(raw) >= 1e9) && raw.status === 'ACTIVE',
    ],
    [
      'deals',
      '{ announcedOn: { eq: "2025" }, or: [{ confidence: { eq: ESTIMATED } }, { summary: { contains: "rumour" } }, { status: { eq: RUMOURED } }] }',
      (raw) =>
        isWithin(startOf(raw), '2025-01-01', '2025-12-31') &&
        (raw.confidence === 'ESTIMATED' ||
          raw.status === 'RUMOURED' ||
          textOf(raw, 'summary').toLowerCase().includes('rumour')),
    ],
  ],
};

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

describe.each(Object.entries(examples))('a filter on %s', (_what, cases) => {
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
