/** What README says of money: what goes round, what is promised, who pays whom how much, and what evidence it has. */
import { slowCommitments } from '../oracle/commitments.js';
import { slowComputeSupply } from '../oracle/compute-supply.js';
import { slowConcentration } from '../oracle/concentration.js';
import { slowMoneyLoops } from '../oracle/money-loops.js';
import { slowReciprocity } from '../oracle/reciprocity.js';
import { DAY, defineRow, facts, inBillions, type Named, nameOf, rates } from './row.js';

type Amount = number | string | bigint | null;

interface Loop {
  readonly companies: readonly Named[];
  readonly unknownLegs: number;
  readonly smallestKnownLegUsd: Amount;
}

const loops = defineRow({
  question: 'Which money goes round through Nvidia?',
  tab: 9,
  read: ({ moneyLoops }: { moneyLoops: { readonly loops: readonly Loop[] } }) =>
    moneyLoops.loops.map(({ companies, unknownLegs, smallestKnownLegUsd }) => ({
      companies: companies.map(({ name }) => name),
      unknownLegs,
      smallest: inBillions(smallestKnownLegUsd),
    })),
  expected: () =>
    slowMoneyLoops(facts, { through: 'nvidia', maxLength: 4, on: DAY, rates }).map(
      ({ companies, unknownLegs, smallestKnownLegUsd }) => ({
        companies: companies.map(nameOf),
        unknownLegs,
        smallest: inBillions(smallestKnownLegUsd),
      }),
    ),
  words: (found) => [
    `${found.length} loops of up to four companies`,
    `${found[0]?.companies.join(', ')} has ${found[0]?.unknownLegs === 0 ? 'no' : 'an'} unknown leg and a smallest one of USD ${found[0]?.smallest} billion`,
  ],
});

interface Sum {
  readonly currency: string;
  readonly basis: string;
  readonly value: Amount;
  readonly deals: number;
}
interface Committed {
  readonly sums: readonly Sum[];
  readonly byCounterparty: readonly { readonly deals: readonly { readonly id: string }[] }[];
  readonly reported: readonly { readonly amount: { readonly value: Amount } }[];
  readonly revenue: readonly { readonly amount: { readonly value: Amount } }[];
  readonly timesRevenue: number | null;
}

const sumsOf = (sums: readonly Sum[]) =>
  sums.map(({ currency, basis, value }) => `${currency} ${inBillions(value)} ${basis}`);
const summed = (sums: readonly Sum[]): number => sums.reduce((total, { deals }) => total + deals, 0);

const metricInBillions = (id: string | undefined) =>
  inBillions(facts.metrics.find((metric) => metric.id === id)?.amount.value ?? null);

const promised = defineRow({
  question: 'What has OpenAI signed to pay?',
  tab: 11,
  read: ({ commitments }: { commitments: Committed }) => {
    const deals = new Set(commitments.byCounterparty.flatMap((one) => one.deals.map(({ id }) => id)));
    return {
      sums: sumsOf(commitments.sums),
      withoutAmount: deals.size - summed(commitments.sums),
      reported: inBillions(commitments.reported[0]?.amount.value ?? null),
      revenue: inBillions(commitments.revenue[0]?.amount.value ?? null),
      times: Math.round(commitments.timesRevenue ?? 0),
    };
  },
  expected() {
    const { sums, deals, reported, revenue, timesRevenue } = slowCommitments(facts, {
      of: 'openai',
      on: DAY,
      rates,
    });
    return {
      sums: sumsOf(sums),
      withoutAmount: deals.length - summed(sums),
      reported: metricInBillions(reported[0]),
      revenue: metricInBillions(revenue[0]),
      times: Math.round(timesRevenue ?? 0),
    };
  },
  words({ sums, withoutAmount, reported, revenue, times }) {
    const [total, upTo, atLeast, estimated] = sums.map((sum) => sum.split(' ')[1]);
    return [
      `USD ${total} billion, ${estimated} billion estimated, at least ${atLeast} billion and up to ${upTo} billion`,
      `${withoutAmount} more deals name no amount`,
      `USD ${reported} billion`,
      `${times} times its revenue of ${revenue} billion`,
    ];
  },
});

interface Shares {
  readonly shares: readonly { readonly group: Named; readonly share: number }[];
}

/** Whole per cents, by company. */
const inPerCent = (shares: readonly { readonly name: string; readonly share: number }[]) =>
  Object.fromEntries(shares.map(({ name, share }) => [name, Math.round(share * 100)]));
const asked = ({ shares }: Shares) =>
  inPerCent(shares.map(({ group, share }) => ({ name: group.name, share })));
const slowly = (weight: 'USD' | 'DEALS') =>
  inPerCent(
    slowConcentration(facts, { of: 'coreweave', side: 'CUSTOMERS', weight, on: DAY, rates }).shares.map(
      ({ group, share }) => ({ name: nameOf(group), share }),
    ),
  );

const customers = defineRow({
  question: "Who are CoreWeave's customers?",
  tab: 12,
  read: ({ byDollars, byDeals }: { byDollars: Shares; byDeals: Shares }) => ({
    dollars: asked(byDollars),
    deals: asked(byDeals),
  }),
  expected: () => ({ dollars: slowly('USD'), deals: slowly('DEALS') }),
  words: ({ dollars, deals }) => [
    `Meta Platforms has ${dollars['Meta Platforms']}%, OpenAI ${dollars.OpenAI}%, Microsoft ${dollars.Microsoft}%`,
    `by number of deals Microsoft has ${deals.Microsoft}%`,
  ],
});

interface BothWays {
  readonly counterparty: Named;
  readonly moneyOut: { readonly knownUsd: Amount };
  readonly moneyIn: { readonly knownUsd: Amount };
}

const bothWays = defineRow({
  question: 'Which investors of OpenAI also sell to it?',
  tab: 17,
  read: ({ reciprocity }: { reciprocity: { readonly reciprocals: readonly BothWays[] } }) =>
    reciprocity.reciprocals.map(({ counterparty, moneyOut, moneyIn }) => ({
      name: counterparty.name,
      out: inBillions(moneyOut.knownUsd),
      in: inBillions(moneyIn.knownUsd),
    })),
  expected: () =>
    slowReciprocity(facts, { of: 'openai', on: DAY, rates }).map(({ counterparty, moneyOut, moneyIn }) => ({
      name: nameOf(counterparty),
      out: inBillions(moneyOut.knownUsd),
      in: inBillions(moneyIn.knownUsd),
    })),
  words(found) {
    const microsoft = found.find(({ name }) => name === 'Microsoft');
    const names = found.map(({ name }) => name);
    return [
      `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
      `Microsoft gets USD ${microsoft?.out} billion and put in ${microsoft?.in} billion`,
    ];
  },
});

interface FirstTier {
  readonly tiers: readonly { readonly suppliers: readonly { readonly company: Named }[] }[];
}
const namesIn = ({ tiers }: FirstTier): string[] =>
  tiers.flatMap(({ suppliers }) => suppliers.map(({ company }) => company.name));
const slowNames = (sure: { readonly minConfidence?: 'CONFIRMED' }): string[] =>
  slowComputeSupply(facts, { of: 'openai', on: DAY, tiers: 1, ...sure }).tiers.flatMap(({ suppliers }) =>
    suppliers.map(({ company }) => nameOf(company)),
  );
const without = (all: readonly string[], confirmed: readonly string[]): string[] =>
  all.filter((name) => !confirmed.includes(name));

interface Thin {
  readonly deals: { readonly totalCount: number };
  readonly all: FirstTier;
  readonly confirmed: FirstTier;
}

const thin = defineRow({
  question: 'What rests on a single reported source?',
  tab: 16,
  read: ({ deals, all, confirmed }: Thin) => ({
    deals: deals.totalCount,
    lost: without(namesIn(all), namesIn(confirmed)),
  }),
  expected: () => ({
    deals: [
      facts.cloudContracts,
      facts.chipSupply,
      facts.componentSupply,
      facts.facilityContracts,
      facts.investments,
      facts.acquisitions,
    ]
      .flat()
      .filter(({ confidence, sources }) => confidence === 'REPORTED' && sources.length === 1).length,
    lost: without(slowNames({}), slowNames({ minConfidence: 'CONFIRMED' })),
  }),
  words: ({ deals, lost }) => [
    `${deals} deals`,
    `loses ${lost.length} suppliers of tier 1: ${lost.join(', ')}`,
  ],
});

export const moneyRows = [loops, promised, customers, bothWays, thin];
