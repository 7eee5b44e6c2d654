import { type Identified, type Whole, whole } from './cells.js';
import { defineQuestion } from './question.js';

interface MoneySum {
  readonly currency: string;
  readonly basis: string;
  readonly value: Whole;
  readonly usd: Whole | null;
  readonly deals: number;
}

interface Commitments {
  readonly byCounterparty: readonly {
    readonly counterparty: Identified;
    readonly sums: readonly MoneySum[];
  }[];
  readonly sums: readonly MoneySum[];
  readonly deals: readonly Identified[];
  readonly timesRevenue: number | null;
}

const SUM = '{ currency basis value usd deals }';

const showSum = ({ currency, basis, value, deals }: MoneySum): string =>
  `In all ${basis}: ${whole(value)} ${currency} in ${deals} ${deals === 1 ? 'deal' : 'deals'}`;

export const commitments = defineQuestion<Commitments>({
  field: 'commitments',
  selection: `{
    sums ${SUM}
    byCounterparty { counterparty { id name } sums ${SUM} }
    byKind { kind sums ${SUM} }
    byYear { year sums ${SUM} }
    deals { id }
    timesRevenue
    explored truncated
  }`,
  example: '--of openai',
  toTable: ({ byCounterparty, sums, deals, timesRevenue }) => ({
    columns: ['COUNTERPARTY', 'BASIS', 'VALUE', 'CURRENCY', 'USD', 'DEALS'],
    rows: byCounterparty.flatMap(({ counterparty, sums: parts }) =>
      parts.map(({ currency, basis, value, usd, deals: count }) => [
        counterparty.id,
        basis,
        whole(value),
        currency,
        whole(usd),
        String(count),
      ]),
    ),
    summary: [
      ...sums.map(showSum),
      `Deals, also those without an amount: ${deals.length}`,
      ...(timesRevenue === null
        ? []
        : [`Its reported commitments are ${timesRevenue.toFixed(1)} times its revenue`]),
    ],
  }),
});
