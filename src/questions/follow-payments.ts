/** Follows payments from groups to those that they pay, or that pay them, one tier after the other. */
import type { DayNumber } from '../model/day.js';
import { inBatches } from '../records/in-batches.js';
import type { Inquiry } from './ask.js';
import type { Legs } from './legs.js';
import type { MoneyDirection } from './read-payments.js';
import { type Basis, flowCountsIn, type Scope, scopeParameters, startDays } from './scope.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

const FRONTIER_BATCH = 500;

const patterns: Readonly<Record<MoneyDirection, string>> = {
  OUT: '(near:Company {id: id})-[flow:PAYS]->(far:Company)',
  IN: '(near:Company {id: id})<-[flow:PAYS]-(far:Company)',
};

/** Gives the payments `flow` between the companies `near` and `far` as a `PaymentRow`. */
export const paymentColumns = (basis: Basis): string => `
WITH near, flow, far
ORDER BY flow.dealId
LIMIT $limit
RETURN collect(near.id) AS near, collect(far.id) AS far, collect(flow.dealId) AS deals,
  collect(flow.${startDays[basis]}) AS fromDays, collect(flow.toDay) AS toDays`;

const tier = (direction: MoneyDirection, scope: Scope): string => `
UNWIND $frontier AS id
MATCH ${patterns[direction]}
WHERE ${flowCountsIn(scope, 'PAYS')}${paymentColumns(scope.basis)}`;

/** The same place of each list is about the same payment. */
export interface PaymentRow {
  readonly near: readonly string[];
  readonly far: readonly string[];
  readonly deals: readonly string[];
  readonly fromDays: readonly DayNumber[];
  readonly toDays: readonly DayNumber[];
}

/** One way in which payments are followed, and how far it has come. */
export interface Trail {
  readonly direction: MoneyDirection;
  readonly seen: Set<string>;
  /** The groups that come next, in order of their ids. */
  frontier: readonly string[];
  /** How many tiers it has come so far. */
  tiers: number;
}

export const startTrail = (direction: MoneyDirection, groups: readonly string[]): Trail => ({
  direction,
  seen: new Set(groups),
  frontier: groups,
  tiers: 0,
});

/** Adds the first payments of a row to the legs, at most `limit`, and gives the groups at their far ends. */
export async function addPayments(
  { groups: { groupOf } }: Inquiry,
  direction: MoneyDirection,
  row: PaymentRow,
  legs: Legs,
  limit: number,
  signal?: AbortSignal,
): Promise<Set<string>> {
  // Taking so many values in from the engine has been a turn of its own.
  await yieldToOthers(signal);
  const found = new Set<string>();
  for (const [at, deal] of row.deals.slice(0, limit).entries()) {
    if (at % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
    const [near, far] = [groupOf(row.near[at] ?? ''), groupOf(row.far[at] ?? '')];
    const [payer, payee] = direction === 'OUT' ? [near, far] : [far, near];
    legs.add({ deal, payer, payee, fromDay: row.fromDays[at] ?? 0, toDay: row.toDays[at] ?? 0 });
    found.add(far);
  }
  return found;
}

/** Follows the trail one tier further. False where that is more than the legs may hold in all. */
export async function followPayments(
  inquiry: Inquiry,
  trail: Trail,
  legs: Legs,
  maxExplored: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const { reader, scope, groups } = inquiry;
  const statement = tier(trail.direction, scope);
  const next: string[] = [];
  for (const frontier of inBatches(trail.frontier.flatMap(groups.membersOf), FRONTIER_BATCH)) {
    const remaining = maxExplored - legs.size;
    // One more than may be read tells that there is more.
    const parameters = { ...scopeParameters(scope), frontier, limit: remaining + 1 };
    for (const row of await reader.run<PaymentRow>(statement, parameters)) {
      for (const group of await addPayments(inquiry, trail.direction, row, legs, remaining, signal)) {
        if (trail.seen.has(group)) continue;
        trail.seen.add(group);
        next.push(group);
      }
      if (row.deals.length > remaining) return false;
    }
  }
  trail.frontier = next.sort();
  trail.tiers += 1;
  return true;
}
