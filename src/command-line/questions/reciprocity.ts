import { type Identified, ids, type Whole, whole } from './cells.js';
import { defineQuestion } from './question.js';

interface OneWay {
  readonly knownUsd: Whole | null;
  readonly ceilingUsd: Whole | null;
}

interface Reciprocal {
  readonly counterparty: Identified;
  readonly moneyOut: OneWay;
  readonly moneyIn: OneWay;
  readonly deals: readonly Identified[];
}

const ONE_WAY = '{ knownUsd ceilingUsd deals { id } }';

export const reciprocity = defineQuestion<{ readonly reciprocals: readonly Reciprocal[] }>({
  field: 'reciprocity',
  selection: `{
    reciprocals { counterparty { id name } moneyOut ${ONE_WAY} moneyIn ${ONE_WAY} deals { id } }
    explored truncated
  }`,
  example: '--of nvidia',
  toTable: ({ reciprocals }) => ({
    columns: ['COUNTERPARTY', 'PAID (USD)', 'AT MOST', 'RECEIVED (USD)', 'AT MOST', 'DEALS'],
    rows: reciprocals.map(({ counterparty, moneyOut, moneyIn, deals }) => [
      counterparty.id,
      whole(moneyOut.knownUsd),
      whole(moneyOut.ceilingUsd),
      whole(moneyIn.knownUsd),
      whole(moneyIn.ceilingUsd),
      ids(deals),
    ]),
  }),
});
