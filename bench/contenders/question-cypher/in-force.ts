/** What the expert's statements share. All kinds and confidences count in the races, so none of them is asked for. */

/** Holds for flows in force on the parameter `day`. */
export const inForce = (flow: string, day = '$day'): string =>
  `${flow}.signedDay <= ${day} AND ${flow}.toDay >= ${day} AND ${flow}.rumoured = false`;

/** The two ends of a step along SUPPLIES from the company `near`. */
export type Step = (near: string, far: string) => string;
export const upstream: Step = (near, far) => `(${near})<-[flow:SUPPLIES]-(${far}:Company)`;
export const downstream: Step = (near, far) => `(${near})-[flow:SUPPLIES]->(${far}:Company)`;

const tierOf = (tier: number, step: Step, day: string): string => {
  const before = Array.from({ length: tier - 1 }, (_, index) => `tier${index + 1}`);
  return `
CALL (${['target', ...before, 'day'].join(', ')}) {
  ${tier === 1 ? '' : `UNWIND tier${tier - 1} AS near`}
  MATCH ${step(tier === 1 ? 'target' : 'near', 'far')}
  WHERE ${inForce('flow', day)}
  WITH DISTINCT ${['target', ...before, 'far'].join(', ')}
  WHERE far <> target${before.map((name) => ` AND NOT far IN ${name}`).join('')}
  RETURN collect(far) AS tier${tier}
}`;
};

/** Adds the lists `tier1`, `tier2` and so on of the companies at each distance from `target` on the day `day`. */
export const tiersUpTo = (last: number, step: Step): string =>
  Array.from({ length: last }, (_, index) => tierOf(index + 1, step, 'day')).join('');
