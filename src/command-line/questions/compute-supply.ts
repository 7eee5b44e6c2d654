import { type Identified, ids } from './cells.js';
import { defineQuestion } from './question.js';

interface Supplier {
  readonly company: Identified;
  readonly group: Identified;
  readonly deals: readonly Identified[];
  readonly suppliesTo: readonly Identified[];
}

export const computeSupply = defineQuestion<{
  readonly tiers: readonly { readonly tier: number; readonly suppliers: readonly Supplier[] }[];
}>({
  field: 'computeSupply',
  selection: `{
    tiers { tier suppliers { company { id name } group { id name } deals { id } suppliesTo { id name } } }
    explored truncated
  }`,
  example: '--of openai --tiers 2 --kinds CLOUD_CONTRACT,CHIP_SUPPLY',
  toTable: ({ tiers }) => ({
    columns: ['TIER', 'SUPPLIER', 'GROUP', 'SUPPLIES TO', 'DEALS'],
    rows: tiers.flatMap(({ tier, suppliers }) =>
      suppliers.map(({ company, group, suppliesTo, deals }) => [
        String(tier),
        company.id,
        group.id,
        ids(suppliesTo),
        ids(deals),
      ]),
    ),
  }),
});
