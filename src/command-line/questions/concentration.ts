import { type Identified, index, percent, type Whole, whole } from './cells.js';
import { defineQuestion } from './question.js';

interface Concentration {
  readonly hhi: number;
  readonly shares: readonly {
    readonly group: Identified;
    readonly share: number;
    readonly usd: Whole | null;
    readonly deals: number;
  }[];
  readonly unknown: number;
}

export const concentration = defineQuestion<Concentration>({
  field: 'concentration',
  selection: '{ hhi shares { group { id name } share usd deals } unknown explored truncated }',
  example: '--of coreweave --side customers',
  toTable: ({ hhi, shares, unknown }) => ({
    columns: ['GROUP', 'SHARE', 'USD', 'DEALS'],
    rows: shares.map(({ group, share, usd, deals }) => [group.id, percent(share), whole(usd), String(deals)]),
    summary: [`HHI: ${index(hhi)}`, `Deals in no share, for their worth is not known: ${unknown}`],
  }),
});
