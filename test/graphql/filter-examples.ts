// Filters, each with a predicate of its own over the raw records of the seed that says which of them fit.
import type { RawRecord } from '../support/read-seed.js';

type Fits = (record: RawRecord) => boolean;
export type Example = readonly [section: string, filter: string, fits: Fits];

const textOf = (record: RawRecord, field: string): string => (record[field] as string | undefined) ?? '';
const listOf = (record: RawRecord, field: string): unknown[] =>
  (record[field] as unknown[] | undefined) ?? [];
const amountOf = (record: RawRecord): { value: number; currency: string; basis: string } | undefined =>
  record.amount as { value: number; currency: string; basis: string } | undefined;
const wholeAmountOf = (record: RawRecord): number => amountOf(record)?.value ?? Number.NaN;

/** Full days are texts that compare as time does; an imprecise start stands for its first day. */
const startOf = (record: RawRecord, field = 'announcedOn'): string | undefined => {
  const day = record[field] as string | undefined;
  return day === undefined ? undefined : `${day}-01-01`.slice(0, 10);
};
/** An imprecise end stands for its last day. */
const endOf = (record: RawRecord): string | undefined => {
  const day = record.endsOn as string | undefined;
  if (day === undefined || day.length === 10) return day;
  // No day that these examples ask about lies between the 28th and the 31st of a month that an end names.
  return day.length === 4 ? `${day}-12-31` : `${day}-31`;
};
const isWithin = (day: string | undefined, from: string, to: string): boolean =>
  day !== undefined && from <= day && day <= to;

/** By what they compare. */
export const filterExamples: Readonly<Record<string, readonly Example[]>> = {
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
    ['cloudContracts', '{ amount: { value: { eq: 38000000000 } } }', (raw) => wholeAmountOf(raw) === 38e9],
    [
      'cloudContracts',
      '{ amount: { value: { gte: "38000000000", lt: 300000000000 } } }',
      (raw) => wholeAmountOf(raw) >= 38e9 && wholeAmountOf(raw) < 300e9,
    ],
    [
      'deals',
      '{ amount: { currency: { in: ["EUR", "KRW"] } } }',
      (raw) => /EUR|KRW/.test(amountOf(raw)?.currency ?? ''),
    ],
    ['metrics', '{ amount: { value: { lt: 0 } } }', (raw) => wholeAmountOf(raw) < 0],
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
    ['cloudContracts', '{ endsOn: { gt: "2032-12-30" } }', (raw) => (endOf(raw) ?? '') > '2032-12-30'],
    ['cloudContracts', '{ endsOn: { lte: "2032" } }', (raw) => isWithin(endOf(raw), '0000', '2032-12-31')],
  ],
  'whether there is a value': [
    ['companies', '{ ticker: { exists: false } }', ({ ticker }) => ticker === undefined],
    ['cloudContracts', '{ amount: { exists: true } }', (raw) => amountOf(raw) !== undefined],
    ['cloudContracts', '{ capacityMW: { exists: true } }', ({ capacityMW }) => capacityMW !== undefined],
    ['cloudContracts', '{ endsOn: { exists: false } }', ({ endsOn }) => endsOn === undefined],
    ['deals', '{ replacedBy: { exists: true } }', ({ replacedBy }) => replacedBy !== undefined],
    ['investments', '{ lead: { exists: false } }', ({ lead }) => lead === undefined],
    [
      'deals',
      '{ amount: { exists: false }, announcedOn: { exists: true }, status: { eq: ACTIVE } }',
      (raw) => amountOf(raw) === undefined && startOf(raw) !== undefined && raw.status === 'ACTIVE',
    ],
    [
      'companies',
      '{ not: { ticker: { exists: false } }, country: { eq: "US" } }',
      ({ ticker, country }) => ticker !== undefined && country === 'US',
    ],
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
      (raw) => !(wholeAmountOf(raw) >= 1e9) && raw.status === 'ACTIVE',
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
