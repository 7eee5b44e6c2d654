/** How many direct suppliers or customers companies have. */
import type { Reader } from '../store/graph-store.js';
import { patterns } from './list-counterparties.js';
import { flowCountsIn, type Scope, scopeParameters } from './scope.js';
import type { Direction } from './supply-patterns.js';

const count = (direction: Direction, scope: Scope): string => `
UNWIND $parents AS id
CALL (id) {
  MATCH (parent:Company {id: id})
  MATCH ${patterns[direction]}
  WHERE ${flowCountsIn(scope, 'SUPPLIES')}
  RETURN count(DISTINCT other) AS total
}
RETURN id AS parent, total AS total
ORDER BY parent`;

/** How many counterparties each parent has, by its id. */
export async function countCounterparties(
  reader: Reader,
  direction: Direction,
  scope: Scope,
  parents: readonly string[],
): Promise<Map<string, number>> {
  const rows = await reader.run<{ parent: string; total: number }>(count(direction, scope), {
    ...scopeParameters(scope),
    parents,
  });
  return new Map(rows.map(({ parent, total }) => [parent, total]));
}
