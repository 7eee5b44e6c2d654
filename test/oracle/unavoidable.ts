// The groups without which a category's supply never reaches X, found by taking each away in turn.
import { distancesFrom } from './distances.js';
import type { Link } from './flows.js';
import { sortedUnique } from './sorted.js';

/**
 * Roots are the category's supplier groups; the goods may travel over links of any category. A group is unavoidable
 * if no root is left that reaches the target once the group is gone; a root that is gone reaches nothing, so a single
 * root is itself unavoidable. The target is never a candidate nor a root. Without a root nothing is unavoidable.
 */
export function unavoidableGroups(target: string, suppliers: string[], links: Link[]): string[] {
  const roots = suppliers.filter((group) => group !== target);
  if (roots.length === 0) return [];
  const groups = sortedUnique(links.flatMap((link) => [link.payerGroup, link.payeeGroup]));
  return groups.filter((group) => group !== target && !canReach(target, roots, links, group));
}

function canReach(target: string, roots: string[], links: Link[], without: string): boolean {
  const steps = links
    .filter((link) => link.payerGroup !== without && link.payeeGroup !== without)
    .map((link) => ({ from: link.payerGroup, to: link.payeeGroup }));
  const reached = distancesFrom(target, steps);
  return roots.some((root) => root !== without && reached.has(root));
}
