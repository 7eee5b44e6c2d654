import { type Identified, ids } from './cells.js';
import { defineQuestion } from './question.js';

interface Customer {
  readonly company: Identified;
  readonly group: Identified;
  readonly deals: readonly Identified[];
  readonly dependsOn: readonly Identified[];
}

export const exposure = defineQuestion<{
  readonly tiers: readonly { readonly tier: number; readonly customers: readonly Customer[] }[];
}>({
  field: 'exposure',
  selection: `{
    tiers { tier customers { company { id name } group { id name } deals { id } dependsOn { id name } } }
    explored truncated
  }`,
  example: '--to tsmc --tiers 2',
  toTable: ({ tiers }) => ({
    columns: ['TIER', 'CUSTOMER', 'GROUP', 'DEPENDS ON', 'DEALS'],
    rows: tiers.flatMap(({ tier, customers }) =>
      customers.map(({ company, group, dependsOn, deals }) => [
        String(tier),
        company.id,
        group.id,
        ids(dependsOn),
        ids(deals),
      ]),
    ),
  }),
});
