// computeSupply and exposure over HTTP, for every company of the seed, beside the slow computation over its files.
import { describe, expect, it } from 'vitest';
import { supplyTiers, type TierSupplier } from '../oracle/compute-supply.js';
import { type DealKind, SUPPLY_KINDS } from '../oracle/deals.js';
import { exposureTiers, type TierCustomer } from '../oracle/exposure.js';
import { type Link, supplyLinks } from '../oracle/flows.js';
import { groupOf, groupsOf } from '../oracle/groups.js';
import type { View } from '../oracle/in-force.js';
import { loadFacts } from '../oracle/load-facts.js';
import { ask } from '../support/ask.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();
const facts = loadFacts();
const companies = facts.companies.map(({ id }) => id);

interface Options extends View {
  readonly tiers?: number;
  readonly kinds?: readonly DealKind[];
}

/** Each option is turned away from its default at least once; the days are the seed's beginning, its news and its end. */
const optionSets: readonly Options[] = [
  { on: '2026-06-30' },
  { on: '2025-11-03', basis: 'DELIVERING', tiers: 8 },
  { on: '2023-06-30', rollUp: false },
  { on: '2025-11-03', rollUp: false, includeRumoured: true, minConfidence: 'REPORTED', tiers: 2 },
  { on: '2026-06-30', includeRumoured: true, kinds: ['CLOUD_CONTRACT', 'CHIP_SUPPLY'], tiers: 3 },
  { on: '2026-06-30', minConfidence: 'CONFIRMED', basis: 'DELIVERING', kinds: ['COMPONENT_SUPPLY'] },
];

describe.each(optionSets)('with %o, every company of the seed', (options) => {
  const groups = groupsOf(facts, options);
  const links = supplyLinks(facts, options, options.kinds);

  it('has the suppliers that the slow computation finds', async () => {
    const expected = companies.map((company) => [
      company,
      suppliersOf(links, groupOf(groups, company), options),
    ]);
    expect(await askAll(supplyField, options)).toEqual(Object.fromEntries(expected));
  }, 60_000);

  it('is depended on by the customers that the slow computation finds', async () => {
    const expected = companies.map((company) => [
      company,
      customersOf(links, groupOf(groups, company), options),
    ]);
    expect(await askAll(exposureField, options)).toEqual(Object.fromEntries(expected));
  }, 60_000);
});

it('the option sets leave something to find, and to leave out', () => {
  const found = optionSets.map((options) => supplyLinks(facts, options, options.kinds).length);
  expect(Math.min(...found)).toBeGreaterThan(10);
  expect(new Set(found).size).toBe(optionSets.length);
  expect(SUPPLY_KINDS.every((kind) => supplyLinks(facts, { on: '2026-06-30' }, [kind]).length > 0)).toBe(
    true,
  );
});

/** One party of a tier; `counterparties` are whom it supplies, or buys from. */
interface Party {
  readonly company: string;
  readonly group: string;
  readonly deals: readonly string[];
  readonly counterparties: readonly string[];
}
type Tiers = readonly { readonly tier: number; readonly parties: readonly Party[] }[];

const suppliersOf = (links: Link[], group: string, { tiers }: Options): Tiers =>
  supplyTiers(links, group, tiers).tiers.map(({ tier, suppliers }) => ({
    tier,
    parties: suppliers.map(({ suppliesTo, ...party }: TierSupplier) => ({
      ...party,
      counterparties: suppliesTo,
    })),
  }));

const customersOf = (links: Link[], group: string, { tiers }: Options): Tiers =>
  exposureTiers(links, group, tiers).tiers.map(({ tier, customers }) => ({
    tier,
    parties: customers.map(({ dependsOn, ...party }: TierCustomer) => ({
      ...party,
      counterparties: dependsOn,
    })),
  }));

type Field = (company: string, args: string) => string;
const supplyField: Field = (of, args) =>
  `computeSupply(of: "${of}" ${args}) { tiers { tier parties: suppliers { ...Supplier } } }`;
const exposureField: Field = (to, args) =>
  `exposure(to: "${to}" ${args}) { tiers { tier parties: customers { ...Customer } } }`;
const party = (counterparties: string): string =>
  `{ company { id } group { id } deals { id } counterparties: ${counterparties} { id } }`;

interface AskedParty {
  readonly company: { readonly id: string };
  readonly group: { readonly id: string };
  readonly deals: readonly { readonly id: string }[];
  readonly counterparties: readonly { readonly id: string }[];
}
type Asked = Record<
  string,
  { readonly tiers: readonly { readonly tier: number; readonly parties: AskedParty[] }[] }
>;

/** A query may hold 20 questions, and 50 aliases. */
const COMPANIES_PER_REQUEST = 16;

/** The tiers of every company, by its id. */
async function askAll(field: Field, options: Options): Promise<Record<string, Tiers>> {
  const args = Object.entries(options)
    .map(
      ([name, value]) =>
        `${name}: ${name === 'on' ? `"${value}"` : Array.isArray(value) ? `[${value}]` : value}`,
    )
    .join(', ');
  const answers: [string, Tiers][] = [];
  for (let start = 0; start < companies.length; start += COMPANIES_PER_REQUEST) {
    const asked = companies.slice(start, start + COMPANIES_PER_REQUEST);
    const fields = asked.map((company, index) => `company${index}: ${field(company, args)}`);
    const fragment =
      field === supplyField
        ? `Supplier on TierSupplier ${party('suppliesTo')}`
        : `Customer on TierCustomer ${party('dependsOn')}`;
    const data = await ask<Asked>(server.url, `{ ${fields.join('\n')} } fragment ${fragment}`);
    for (const [index, company] of asked.entries())
      answers.push([company, plain(data[`company${index}`]?.tiers ?? [])]);
  }
  return Object.fromEntries(answers);
}

const plain = (tiers: Asked[string]['tiers']): Tiers =>
  tiers.map(({ tier, parties }) => ({
    tier,
    parties: parties.map((each) => ({
      company: each.company.id,
      group: each.group.id,
      deals: each.deals.map(({ id }) => id),
      counterparties: each.counterparties.map(({ id }) => id),
    })),
  }));
