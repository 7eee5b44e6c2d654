// What can be wrong with one record: each fault stands where it is in the file, says what is wrong and what to do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { faultLinesOf } from '../support/fault-lines.js';
import { importText } from '../support/import-text.js';

let store: GraphStore;

beforeAll(async () => {
  store = await openMemoryStore();
  await importText(
    store,
    `
sources: [{ id: filing, publisher: SEC, title: A filing }]
companies:
- { id: openai, name: OpenAI, roles: [AI_LAB], country: US }
- { id: aws, name: Amazon Web Services, roles: [HYPERSCALER], country: US }
`,
  );
});
afterAll(() => store.close());

/** A contract without a fault, but for the one line that is replaced or added; the id stands on line 2. */
function contract(lines: Readonly<Record<string, string | undefined>>): string {
  const sound = {
    id: 'a-contract',
    supplier: 'aws',
    customer: 'openai',
    summary: 'Capacity.',
    announcedOn: "'2025-11-03'",
    status: 'ACTIVE',
    confidence: 'CONFIRMED',
    sources: '[filing]',
  };
  const fields = Object.entries({ ...sound, ...lines }).filter(([, value]) => value !== undefined);
  return `cloudContracts:\n- ${fields.map(([name, value]) => `${name}: ${value}`).join('\n  ')}\n`;
}

const faultsOf = (text: string): Promise<string[]> => faultLinesOf(store, { 'deals.yaml': text });

describe('a field', () => {
  it.each([
    ['is missing', { summary: undefined }, ['deals.yaml:2:3: summary is missing; this is a text']],
    [
      'is unknown, with the one that is meant',
      { endOn: "'2026'" },
      ['deals.yaml:10:3: endOn is not a field here; did you mean "endsOn"?'],
    ],
    ['is a text of nothing but spaces', { summary: '"   "' }, ['deals.yaml:5:3: summary: this is not empty']],
    [
      'is too long',
      { summary: 'x'.repeat(2001) },
      ['deals.yaml:5:3: summary: this has at most 2000 characters'],
    ],
    [
      'is not one of its choices',
      { status: 'SIGNED' },
      [
        'deals.yaml:7:3: status: this is one of RUMOURED, ANNOUNCED, ACTIVE, COMPLETED, SUPERSEDED, TERMINATED',
      ],
    ],
    [
      'is a number out of its range',
      { termYears: '101' },
      ['deals.yaml:10:3: termYears: this is at most 100'],
    ],
    ['is not whole', { capacityMW: '1.5' }, ['deals.yaml:10:3: capacityMW: this is a whole number']],
    [
      'is a text where a number belongs',
      { termYears: 'seven' },
      ['deals.yaml:10:3: termYears: this is a number'],
    ],
    ['is one where a list belongs', { chips: 'nvidia-gb200' }, ['deals.yaml:10:3: chips: this is a list']],
    ['names no source at all', { sources: '[]' }, ['deals.yaml:9:3: sources: this names at least one']],
    [
      'leaves the sources out',
      { sources: undefined },
      ['deals.yaml:2:3: sources is missing; this is a list'],
    ],
  ])('%s', async (_what, lines, faults) => {
    expect(await faultsOf(contract(lines))).toEqual(faults);
  });
});

describe('an id', () => {
  it('is a slug', async () => {
    expect(await faultsOf(contract({ id: 'OpenAI_AWS' }))).toEqual([
      'deals.yaml:2:3: id: "OpenAI_AWS" is not an id; write lower-case letters, digits and single hyphens, such as "openai-aws-2025-11"',
    ]);
  });

  it('is there', async () => {
    expect(await faultsOf('companies:\n- name: Nameless\n  roles: [AI_LAB]\n  country: US\n')).toEqual([
      'deals.yaml:2:3: id is missing; an id is a text such as "openai-aws-2025-11"',
    ]);
  });
});

describe('a date', () => {
  it.each([
    ["'2025-02-30'", '"2025-02-30" does not exist; 2025-02 has 28 days'],
    ["'2025-13'", '"2025-13" has no such month; months are 01 to 12'],
    ["'03.11.2025'", '"03.11.2025" is not a date; write 2026, 2026-03 or 2026-03-09'],
    ["'1799'", 'the year of "1799" is before 1800'],
    ['2025', 'a date is a quoted text such as "2026-03-09"'],
  ])('is not %s', async (announcedOn, message) => {
    expect(await faultsOf(contract({ announcedOn }))).toEqual([`deals.yaml:6:3: announcedOn: ${message}`]);
  });

  it('of an end is not before that of a start', async () => {
    expect(await faultsOf(contract({ startsOn: "'2026-03'", endsOn: "'2026-02'" }))).toEqual([
      'deals.yaml:11:3: endsOn: endsOn is before startsOn; a record ends after it starts',
    ]);
    expect(await faultsOf(contract({ endsOn: "'2025-11-02'" }))).toEqual([
      'deals.yaml:10:3: endsOn: endsOn is before announcedOn; a record ends after it starts',
    ]);
  });

  it('of an end may be as imprecise as its start, or more', async () => {
    const text = contract({
      id: 'ends-in-time',
      announcedOn: "'2025-11-03'",
      startsOn: "'2025-11-30'",
      endsOn: "'2025-11'",
    });
    expect(await importText(store, text)).toMatchObject({ created: 1 });
  });
});

describe('an amount', () => {
  it.each([
    ['{ value: -5, currency: USD, basis: TOTAL }', 13, 'amount.value: an amount is not negative'],
    [
      '{ value: 1.5, currency: USD, basis: TOTAL }',
      13,
      'amount.value: an amount is a whole number, such as 38000000000',
    ],
    [
      '{ value: 9223372036854775808, currency: USD, basis: TOTAL }',
      13,
      'amount.value: an amount is at most 9223372036854775807',
    ],
    [
      '{ value: 5, currency: dollars, basis: TOTAL }',
      23,
      'amount.currency: a currency is a code of three capital letters, such as USD',
    ],
    [
      '{ value: 5, currency: USD, basis: MAYBE }',
      38,
      'amount.basis: a basis is one of TOTAL, UP_TO, AT_LEAST, ESTIMATE, PER_YEAR',
    ],
    [
      '{ value: 5, currency: USD }',
      3,
      'amount.basis is missing; a basis is one of TOTAL, UP_TO, AT_LEAST, ESTIMATE, PER_YEAR',
    ],
    [
      '{ value: 5, currency: USD, basis: TOTAL, vat: 1 }',
      52,
      'vat is not a field here; the fields are value, currency, basis',
    ],
    ['5', 3, 'amount: money is written {value: 38000000000, currency: USD, basis: TOTAL}'],
  ])('is not %s', async (amount, column, message) => {
    expect(await faultsOf(contract({ amount }))).toEqual([`deals.yaml:10:${column}: ${message}`]);
  });

  it('of a metric may be negative', async () => {
    const metric = (value: number): string =>
      `metrics:\n- { id: loss, company: openai, metric: NET_INCOME, period: '2025', sources: [filing], amount: { value: ${value}, currency: USD, basis: TOTAL } }\n`;
    expect(await importText(store, metric(-5_000_000_000))).toMatchObject({ created: 1 });
  });
});

describe('a reference', () => {
  it('to what does not exist names a near match', async () => {
    const [fault, ...others] = await faultsOf(contract({ supplier: 'awss' }));
    expect(fault).toMatch(/^deals\.yaml:3:3: supplier: there is no Company "awss"; did you mean "aws"/);
    expect(others).toEqual([]);
  });

  it('in a list stands where it is in the list', async () => {
    const [fault] = await faultsOf(contract({ sources: '[filing, fling]' }));
    expect(fault).toMatch(/^deals\.yaml:9:21: sources: there is no Source "fling"/);
  });

  it('to a record of another kind says what it is', async () => {
    expect(await faultsOf(contract({ customer: 'filing' }))).toEqual([
      'deals.yaml:4:3: customer: "filing" is a Source, but customer wants a Company',
    ]);
  });
});
