/**
 * What someone who knows Cypher well would send for the same questions: one statement each. Of the ways that were
 * tried, these are the fastest that give the right answer.
 */

/** Holds for flows in force; the parameters are `day`, `kinds` and `confidences`. */
export const counts = (flow: string): string =>
  `${flow}.signedDay <= $day AND ${flow}.toDay >= $day AND ${flow}.kind IN $kinds
  AND ${flow}.confidence IN $confidences AND ${flow}.rumoured = false`;

export const companyById = `
MATCH (company:Company {id: $id})
RETURN company.id AS id, company.name AS name, company.country AS country, company.roles AS roles`;

const supplierLevel = (level: number, levels: number): string => `
CALL (company${level - 1}) {
  MATCH (company${level - 1})<-[flow:SUPPLIES]-(company${level}:Company)
  WHERE ${counts('flow')}
  WITH DISTINCT company${level}
  ORDER BY company${level}.id LIMIT 10
  ${level < levels ? supplierLevel(level + 1, levels) : ''}
  RETURN collect({id: company${level}.id, name: company${level}.name${level < levels ? `, suppliers: suppliers${level + 1}` : ''}}) AS suppliers${level}
}`;

/** The first ten suppliers of a company, of each of those, and so on: nested maps. */
export const supplierLevels = (levels: number): string => `
MATCH (company0:Company {id: $id})
${supplierLevel(1, levels)}
RETURN company0.id AS id, company0.name AS name, suppliers1 AS suppliers`;

const tierOf = (tier: number): string => {
  const before = Array.from({ length: tier - 1 }, (_, index) => `tier${index + 1}`);
  const source = before.at(-1) === undefined ? '' : `UNWIND ${before.at(-1)} AS near`;
  return `
CALL (${['target', ...before].join(', ')}) {
  ${source}
  MATCH (${tier === 1 ? 'target' : 'near'})<-[flow:SUPPLIES]-(far:Company)
  WHERE ${counts('flow')}
  WITH ${['target', ...before, 'far'].join(', ')}, collect(flow.dealId) AS deals
  WHERE far <> target${before.map((name) => ` AND NOT far IN ${name}`).join('')}
  RETURN collect(far) AS tier${tier}, collect({tier: ${tier}, company: far.id, deals: deals}) AS found${tier}
}`;
};

/** Every supplier within four tiers at its smallest tier, with the deals by which it reaches the tier before. */
export const supplyTiers = `
MATCH (target:Company {id: $id})
${[1, 2, 3, 4].map(tierOf).join('')}
UNWIND found1 + found2 + found3 + found4 AS supplier
RETURN supplier`;
