import { type Identified, ids, index, percent } from './cells.js';
import { defineQuestion } from './question.js';

interface Category {
  readonly category: string;
  readonly hhi: number;
  readonly suppliers: readonly {
    readonly group: Identified;
    readonly share: number;
    readonly soleSupplierOf: readonly Identified[];
  }[];
  readonly unavoidable: readonly Identified[];
}

export const chokePoints = defineQuestion<{ readonly categories: readonly Category[] }>({
  field: 'chokePoints',
  selection: `{
    categories {
      category hhi
      suppliers { group { id name } share soleSupplierOf { id name } }
      unavoidable { id name }
    }
    explored truncated
  }`,
  example: '--of openai --tiers 3',
  toTable: ({ categories }) => ({
    columns: ['CATEGORY', 'HHI', 'SUPPLIER', 'SHARE', 'SOLE SUPPLIER OF'],
    rows: categories.flatMap(({ category, hhi, suppliers }) =>
      suppliers.map(({ group, share, soleSupplierOf }) => [
        category,
        index(hhi),
        group.id,
        percent(share),
        ids(soleSupplierOf),
      ]),
    ),
    summary: categories
      .filter(({ unavoidable }) => unavoidable.length > 0)
      .map(({ category, unavoidable }) => `Unavoidable for ${category}: ${ids(unavoidable)}`),
  }),
});
