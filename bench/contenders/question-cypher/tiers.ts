/** The questions that go tier by tier, as one statement each. */
import { downstream, inForce, tiersUpTo, upstream } from './in-force.js';

const customerTier = (tier: number): string => {
  const before = Array.from({ length: tier - 1 }, (_, index) => `tier${index + 1}`);
  return `
CALL (${['target', ...before].join(', ')}) {
  ${tier === 1 ? '' : `UNWIND tier${tier - 1} AS near`}
  MATCH ${downstream(tier === 1 ? 'target' : 'near', 'far')}
  WHERE ${inForce('flow')}
  WITH ${['target', ...before, 'far'].join(', ')}, collect(flow.dealId) AS deals
  WHERE far <> target${before.map((name) => ` AND NOT far IN ${name}`).join('')}
  RETURN collect(far) AS tier${tier}, collect({tier: ${tier}, company: far.id, deals: deals}) AS found${tier}
}`;
};

/** Every customer within four tiers at its smallest tier, with the deals by which it is reached. */
export const exposure = `
MATCH (target:Company {id: $id})
${[1, 2, 3, 4].map(customerTier).join('')}
UNWIND found1 + found2 + found3 + found4 AS customer
RETURN customer`;

const suppliersWithTiers = (last: number): string =>
  Array.from(
    { length: last },
    (_, index) => `[far IN tier${index + 1} | {company: far.id, tier: ${index + 1}}]`,
  ).join(' + ');

/** The suppliers that all of the companies `ids` have within three tiers, with their tier of each. */
export const sharedSuppliers = `
UNWIND $ids AS id
MATCH (target:Company {id: id})
WITH target, $day AS day
${tiersUpTo(3, upstream)}
UNWIND ${suppliersWithTiers(3)} AS supplier
WITH supplier.company AS supplier, collect({company: target.id, tier: supplier.tier}) AS tierOf
WHERE size(tierOf) = size($ids) AND NOT supplier IN $ids
RETURN supplier AS supplier, tierOf AS tierOf`;

/** The suppliers of each of two days, three tiers of them, to be compared by the caller. */
export const supplyOnDays = `
MATCH (target:Company {id: $id})
UNWIND [$from, $to] AS day
${tiersUpTo(3, upstream)}
RETURN day AS day, ${suppliersWithTiers(3)} AS suppliers`;

/**
 * The suppliers of all that stand within four tiers, by category. One statement can count them, but not find the
 * dominators; and to join the suppliers with the list of those within the tiers takes it longer than to hand them over.
 */
export const suppliersWithin = `
MATCH (target:Company {id: $id})
WITH target, $day AS day
${tiersUpTo(4, upstream)}
WITH [target] + tier1 + tier2 + tier3 + tier4 AS customers
UNWIND customers AS customer
MATCH ${upstream('customer', 'supplier')}
WHERE ${inForce('flow')}
WITH DISTINCT customer, supplier, flow.category AS category
RETURN customer.id AS customer, collect(supplier.id) AS suppliers, collect(category) AS categories`;
