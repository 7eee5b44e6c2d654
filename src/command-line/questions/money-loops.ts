import { type Identified, ids, NONE, type Whole, whole } from './cells.js';
import { defineQuestion } from './question.js';

interface MoneyLoop {
  readonly companies: readonly Identified[];
  readonly legs: readonly { readonly deals: readonly Identified[] }[];
  readonly unknownLegs: number;
  readonly smallestKnownLegUsd: Whole | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** A loop comes back to where it began. */
const showLoop = (companies: readonly Identified[]): string =>
  [...companies, ...companies.slice(0, 1)].map(({ id }) => id).join(' -> ');

export const moneyLoops = defineQuestion<{ readonly loops: readonly MoneyLoop[] }>({
  field: 'moneyLoops',
  selection: `{
    loops {
      companies { id name }
      legs { payer { id } payee { id } knownUsd ceilingUsd deals { id } }
      unknownLegs smallestKnownLegUsd since until
    }
    explored truncated
  }`,
  example: '--through openai --max-length 3',
  toTable: ({ loops }) => ({
    columns: ['LOOP', 'SMALLEST KNOWN LEG (USD)', 'UNKNOWN LEGS', 'SINCE', 'UNTIL', 'DEALS'],
    rows: loops.map(({ companies, legs, unknownLegs, smallestKnownLegUsd, since, until }) => [
      showLoop(companies),
      whole(smallestKnownLegUsd),
      String(unknownLegs),
      since ?? NONE,
      until ?? NONE,
      ids(legs.flatMap(({ deals }) => deals)),
    ]),
  }),
});
