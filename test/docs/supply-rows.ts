/** What README says of supply: who supplies, who depends, who changed, who is shared, who has no rival. */
import { slowChokePoints } from '../oracle/choke-points.js';
import { slowComputeSupply } from '../oracle/compute-supply.js';
import { slowExposure } from '../oracle/exposure.js';
import { slowSharedSuppliers } from '../oracle/shared-suppliers.js';
import { slowSupplyChanges } from '../oracle/supply-changes.js';
import { DAY, defineRow, facts, type Named, nameOf } from './row.js';

interface Supplier {
  readonly company: Named;
  readonly deals: readonly { readonly id: string }[];
}
interface Chain {
  readonly tiers: readonly { readonly tier: number; readonly suppliers: readonly Supplier[] }[];
}

const firstTier = ({ tiers }: Chain): string[] =>
  (tiers[0]?.suppliers ?? []).map(({ company }) => company.name);

const slowFirstTier = (on: string): string[] =>
  slowComputeSupply(facts, { of: 'openai', on, tiers: 1 }).tiers.flatMap(({ suppliers }) =>
    suppliers.map(({ company }) => nameOf(company)),
  );

const whoSupplies = defineRow({
  question: "Who supplies OpenAI's compute?",
  tab: 1,
  read: ({ computeSupply: { tiers } }: { computeSupply: Chain }) => ({
    sizes: tiers.map(({ suppliers }) => suppliers.length),
    deals: new Set(
      tiers.flatMap(({ suppliers }) => suppliers.flatMap(({ deals }) => deals.map(({ id }) => id))),
    ).size,
  }),
  expected() {
    const { tiers } = slowComputeSupply(facts, { of: 'openai', on: DAY });
    return {
      sizes: tiers.map(({ suppliers }) => suppliers.length),
      deals: new Set(tiers.flatMap(({ suppliers }) => suppliers.flatMap(({ deals }) => deals))).size,
    };
  },
  words: ({ sizes: [first, ...others], deals }) => [
    `${first} suppliers at tier 1`,
    ...others.map((size, at) => `${size} at tier ${at + 2}`),
    `by ${deals} deals`,
  ],
});

interface Dependents {
  readonly tiers: readonly { readonly customers: readonly { readonly company: Named }[] }[];
}

/** A tier's size, and which of these are in it. */
const tierWords = (tier: number, found: readonly string[] = [], named: readonly string[] = []): string => {
  const among = named.filter((name) => found.includes(name)).join(' and ');
  return `${found.length} at tier ${tier}${among === '' ? '' : `, ${among} among them`}`;
};

const whoIsHit = defineRow({
  question: 'If TSMC stopped, who is hit?',
  tab: 2,
  read: ({ exposure: { tiers } }: { exposure: Dependents }) =>
    tiers.map(({ customers }) => customers.map(({ company }) => company.name)),
  expected: () =>
    slowExposure(facts, { to: 'tsmc', on: DAY }).tiers.map(({ customers }) =>
      customers.map(({ company }) => nameOf(company)),
    ),
  words: ([first, second, third, fourth]) => [
    tierWords(1, first, ['AMD', 'Nvidia']),
    tierWords(2, second, ['Anthropic', 'CoreWeave']),
    tierWords(3, third),
    tierWords(4, fourth),
  ],
});

const thenAndNow = defineRow({
  question: 'Who supplied OpenAI on 2023-06-30, and who on 2026-06-30?',
  tab: 5,
  read: ({ then, now }: { then: Chain; now: Chain }) => ({ before: firstTier(then), now: firstTier(now) }),
  expected: () => ({ before: slowFirstTier('2023-06-30'), now: slowFirstTier('2026-06-30') }),
  words: ({ before, now }) => [`${before.join(' and ')} alone; three years later ${now.length}`],
});

interface Moved {
  readonly company: Named;
  readonly fromTier: number;
  readonly toTier: number;
}
interface Changed {
  readonly gained: readonly unknown[];
  readonly lost: readonly unknown[];
  readonly tierMoved: readonly Moved[];
}

const whatChanged = defineRow({
  question: 'What changed between these days?',
  tab: 14,
  read: ({ supplyChanges: { gained, lost, tierMoved } }: { supplyChanges: Changed }) => ({
    gained: gained.length,
    lost: lost.length,
    moved: tierMoved.map(({ company, fromTier, toTier }) => ({ name: company.name, fromTier, toTier })),
  }),
  expected() {
    const asked = { of: 'openai', from: '2023-06-30', to: '2026-06-30' };
    const { gained, lost, tierMoved } = slowSupplyChanges(facts, asked);
    return {
      gained: gained.length,
      lost: lost.length,
      moved: tierMoved.map(({ company, ...tiers }) => ({ name: nameOf(company), ...tiers })),
    };
  },
  words({ gained, lost, moved }) {
    const asml = moved.find(({ name }) => name === 'ASML');
    return [
      `${gained} came`,
      lost === 0 ? 'nobody went' : `${lost} went`,
      `${moved.length} moved, ASML from tier ${asml?.fromTier} to tier ${asml?.toTier}`,
    ];
  },
});

interface Shared {
  readonly group: Named;
  readonly tierOf: readonly { readonly tier: number }[];
}

const whoIsShared = defineRow({
  question: 'Which suppliers does OpenAI share with Anthropic, up to tier 3?',
  tab: 8,
  read: ({ sharedSuppliers }: { sharedSuppliers: readonly Shared[] }) =>
    sharedSuppliers.map(({ group, tierOf }) => ({ name: group.name, tiers: tierOf.map(({ tier }) => tier) })),
  expected: () =>
    slowSharedSuppliers(facts, { companies: ['openai', 'anthropic'], tiers: 3, on: DAY }).map(
      ({ group, tierOf }) => ({ name: nameOf(group), tiers: tierOf.map(({ tier }) => tier) }),
    ),
  words(shared) {
    const nearest = shared.filter(({ tiers }) => tiers.every((tier) => tier === 1)).map(({ name }) => name);
    return [`${shared.length} groups`, `${nearest.length} are tier 1 of both: ${nearest.join(', ')}`];
  },
});

interface Category {
  readonly category: string;
  readonly hhi: number;
  readonly suppliers: readonly { readonly group: Named; readonly soleSupplierOf: readonly unknown[] }[];
  readonly unavoidable: readonly Named[];
}
interface ChokePoints {
  readonly chokePoints: { readonly categories: readonly Category[] };
}

const slowCategories = () => slowChokePoints(facts, { of: 'openai', tiers: 4, on: DAY }).categories;

const soleSuppliers = defineRow({
  question: 'For what is there only one supplier?',
  tab: 10,
  read: ({ chokePoints: { categories } }: ChokePoints) =>
    categories.map(({ category, hhi, suppliers: [largest, ...others] }) => ({
      category,
      hhi: Math.round(hhi),
      largest: largest?.group.name,
      soleSupplierOf: largest?.soleSupplierOf.length,
      others: others.length,
    })),
  expected: () =>
    slowCategories().map(({ category, hhi, suppliers: [largest, ...others] }) => ({
      category,
      hhi: Math.round(hhi),
      largest: nameOf(largest?.group ?? ''),
      soleSupplierOf: largest?.soleSupplierOf.length,
      others: others.length,
    })),
  words(categories) {
    const find = (wanted: string) => categories.find(({ category }) => category === wanted);
    const hhiOf = (wanted: string) => `HHI ${find(wanted)?.hhi.toLocaleString('en')}`;
    const fabrication = find('FABRICATION');
    return [
      `Lithography: ${find('LITHOGRAPHY')?.largest}${find('LITHOGRAPHY')?.others === 0 ? ' alone' : ''}, ${hhiOf('LITHOGRAPHY')}`,
      `Memory: ${hhiOf('MEMORY')}`,
      `Fabrication: ${hhiOf('FABRICATION')}, ${fabrication?.largest} sole supplier of ${fabrication?.soleSupplierOf} groups`,
    ];
  },
});

const unavoidable = defineRow({
  question: 'Whom can no path get around?',
  tab: 10,
  read: ({ chokePoints: { categories } }: ChokePoints) =>
    categories.map(({ category, unavoidable: groups }) => ({
      category,
      names: groups.map(({ name }) => name),
    })),
  expected: () =>
    slowCategories().map(({ category, unavoidable: groups }) => ({ category, names: groups.map(nameOf) })),
  words: (categories) =>
    categories
      .filter(({ names }) => names.length > 0)
      .map(({ category, names }) => `${names.join(' and ')} for ${category.toLowerCase()}`),
});

export const supplyRows = [
  whoSupplies,
  whoIsHit,
  thenAndNow,
  whatChanged,
  whoIsShared,
  soleSuppliers,
  unavoidable,
];
