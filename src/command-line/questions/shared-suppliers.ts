import type { Identified } from './cells.js';
import { defineQuestion } from './question.js';

interface SharedSupplier {
  readonly group: Identified;
  readonly tierOf: readonly { readonly company: Identified; readonly tier: number }[];
}

export const sharedSuppliers = defineQuestion<readonly SharedSupplier[]>({
  field: 'sharedSuppliers',
  selection: '{ group { id name } tierOf { company { id name } tier } }',
  example: '--companies openai,anthropic --tiers 2',
  toTable: (suppliers) => ({
    columns: ['SUPPLIER', 'TIER OF EACH'],
    rows: suppliers.map(({ group, tierOf }) => [
      group.id,
      tierOf.map(({ company, tier }) => `${company.id} ${tier}`).join(', '),
    ]),
  }),
});
