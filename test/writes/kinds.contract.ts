/** Every kind of record can be written, and what was written is read back as it was. */
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/model/registry.js';
import type { OpenStore } from '../store/use-store.js';
import { faultsIn, useEditor } from './use-editor.js';
import { writeFacts } from './write-facts.js';
import { nothingChanged, restore, retract, upsert } from './write-requests.js';

const usd = (value: number) => ({ value, currency: 'USD', basis: 'TOTAL' });
const certain = {
  summary: 'So it is.',
  announcedOn: '2026-03-09',
  status: 'ACTIVE',
  confidence: 'CONFIRMED',
  sources: ['press'],
};
const deal = { ...certain, amount: usd(5), endsOn: '2030', replacedBy: 'openai-aws' };
const supply = {
  ...deal,
  supplier: 'aws',
  customer: 'openai',
  startsOn: '2026-04',
  expands: 'openai-aws',
};

/** A record of each kind with as many of its fields as a record can have. */
const examples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Source: { publisher: 'Press', title: 'T', url: 'https://example.org/t', publishedOn: '2026-03' },
  Company: {
    name: 'New',
    roles: ['AI_LAB', 'INVESTOR'],
    country: 'FR',
    aliases: ['Neu'],
    legalName: 'New SAS',
    ticker: 'EPA:NEW',
    founded: '2020',
    website: 'https://example.org',
    wikidata: 'Q1',
    summary: 'It is new.',
    sources: ['press'],
  },
  Chip: {
    name: 'C1',
    designer: 'nvidia',
    chipType: 'GPU',
    aliases: ['C-One'],
    family: 'C',
    announcedOn: '2026',
    processNode: 'N3',
    memory: '1 GB',
    summary: 'Fast.',
    sources: ['press'],
  },
  Product: {
    name: 'P',
    developer: 'openai',
    aliases: ['Pp'],
    releasedOn: '2026',
    summary: 'Asked.',
    sources: ['press'],
  },
  DataCenter: {
    name: 'D',
    operator: 'aws',
    country: 'US',
    status: 'OPERATIONAL',
    aliases: ['Dd'],
    owner: 'amazon',
    region: 'Ohio',
    city: 'Columbus',
    capacityMW: 10,
    plannedMW: 20,
    opensOn: '2026',
    chips: ['gb200'],
    tenants: ['openai', 'anthropic'],
    summary: 'Large.',
    sources: ['press'],
  },
  CloudContract: {
    ...supply,
    termYears: 4.5,
    capacityMW: 7,
    capacityBy: '2027',
    exclusivity: 'EXCLUSIVE',
    chips: ['gb200'],
    dataCenters: ['ohio'],
  },
  ChipSupply: { ...supply, units: 4_000_000_000, capacityMW: 9, chips: ['openai-titan'] },
  ComponentSupply: { ...supply, category: 'MEMORY', chips: ['gb200'], processNode: 'N2' },
  FacilityContract: { ...supply, category: 'POWER', capacityMW: 3, termYears: 10, dataCenters: ['ohio'] },
  Investment: {
    ...deal,
    investor: 'amazon',
    investee: 'anthropic',
    instrument: 'EQUITY',
    round: 'Series A',
    roundTotal: usd(8),
    lead: true,
    stakePercent: 12.5,
    postMoneyValuation: usd(100),
  },
  Acquisition: { ...deal, acquirer: 'amazon', target: 'soitec', closedOn: '2026-06' },
  Ownership: {
    owner: 'amazon',
    owned: 'soitec',
    stakePercent: 75,
    since: '2026',
    until: '2027',
    summary: 'Most.',
    sources: ['press'],
  },
  Partnership: { ...certain, parties: ['openai', 'nvidia'], endsOn: '2028' },
  Competition: {
    parties: ['openai', 'anthropic'],
    market: 'AI_MODELS',
    summary: 'They do.',
    sources: ['press'],
  },
  Metric: {
    company: 'openai',
    segment: 'Research',
    metric: 'NET_INCOME',
    period: '2025-Q3',
    amount: usd(-3),
    asOf: '2025-11',
    confidence: 'REPORTED',
    summary: 'A loss.',
    sources: ['press'],
  },
  Event: {
    on: '2026-01',
    companies: ['openai'],
    summary: 'It happened.',
    deals: ['openai-aws', 'amazon-owns-aws'],
    sources: ['press'],
  },
  ExchangeRate: {
    currency: 'EUR',
    usdPerUnit: '1.0834',
    on: '2026-03-09',
    summary: 'So.',
    sources: ['press'],
  },
};

export function describeKinds(openStore: OpenStore): void {
  describe('a record of every kind', () => {
    const editor = useEditor(openStore, writeFacts);

    it('is written whole, again without a change, retracted and restored', async () => {
      for (const { name } of kinds) {
        const id = `new-${name.toLowerCase()}`;
        const input = { id, ...examples[name] };
        const { change, userErrors } = await upsert(editor(), name, input);
        expect(userErrors).toEqual([]);
        expect(change?.after).toMatchObject(input);
        expect(await upsert(editor(), name, input)).toEqual(nothingChanged({ id, version: 1 }));
        await retract(editor(), id);
        expect(await faultsIn(editor())).toEqual([]);
        expect((await restore(editor(), id)).change?.after).toEqual({ ...change?.after, version: 3 });
        expect(await faultsIn(editor())).toEqual([]);
      }
    });

    it('has every field of its kind here', () => {
      const left = kinds.flatMap(({ name, fields }) =>
        Object.keys(fields).flatMap((field) => (field in (examples[name] ?? {}) ? [] : [`${name}.${field}`])),
      );
      expect(left).toEqual([]);
    });
  });
}
