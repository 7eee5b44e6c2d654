import type { Identified } from './cells.js';
import { defineQuestion } from './question.js';

interface Changed {
  readonly company: Identified;
  readonly tier: number;
}

interface SupplyChanges {
  readonly gained: readonly Changed[];
  readonly lost: readonly Changed[];
  readonly tierMoved: readonly {
    readonly company: Identified;
    readonly fromTier: number;
    readonly toTier: number;
  }[];
}

const rowsOf = (change: string, suppliers: readonly Changed[]): string[][] =>
  suppliers.map(({ company, tier }) => [change, company.id, String(tier)]);

export const supplyChanges = defineQuestion<SupplyChanges>({
  field: 'supplyChanges',
  selection: `{
    gained { company { id name } group { id name } tier }
    lost { company { id name } group { id name } tier }
    tierMoved { company { id name } fromTier toTier }
    explored truncated
  }`,
  example: '--of openai --from 2025-01 --to 2026-01',
  toTable: ({ gained, lost, tierMoved }) => ({
    columns: ['CHANGE', 'SUPPLIER', 'TIER'],
    rows: [
      ...rowsOf('GAINED', gained),
      ...rowsOf('LOST', lost),
      ...tierMoved.map(({ company, fromTier, toTier }) => ['MOVED', company.id, `${fromTier} -> ${toTier}`]),
    ],
  }),
});
