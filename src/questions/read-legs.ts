/**
 * Reads the payments among which loops are looked for: those around one group, or all there are as far as they may be
 * read. Tier by tier with one static query per batch of companies, so that the cost is known before it runs.
 */
import type { DayNumber } from '../model/day.js';
import { dealKinds } from '../model/registry.js';
import { inBatches } from '../records/in-batches.js';
import type { Inquiry } from './ask.js';
import { createLegs, type Legs } from './legs.js';
import type { MoneyDirection } from './read-payments.js';
import { type Basis, flowCounts, scopeParameters } from './scope.js';
import { MAX_EXPLORED } from './trace-tiers.js';
import { signedDayOfDeal } from './value-deals.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

export interface ReadLegs {
  readonly legs: Legs;
  readonly truncated: boolean;
}

const FRONTIER_BATCH = 500;
/** Around how many deals of a kind loops are looked for where not all payments may be read. */
const STARTING_DEALS = 200;
/** How many deals are looked at then. What is left out is more anyway, so the answer had better come soon. */
const MAX_EXPLORED_WIDELY = 10_000;

const patterns: Readonly<Record<MoneyDirection, string>> = {
  OUT: '(near:Company {id: id})-[flow:PAYS]->(far:Company)',
  IN: '(near:Company {id: id})<-[flow:PAYS]-(far:Company)',
};
const startDays: Readonly<Record<Basis, string>> = { SIGNED: 'flow.signedDay', DELIVERING: 'flow.fromDay' };

const columns = (basis: Basis): string => `
WITH near, flow, far
ORDER BY flow.dealId
LIMIT $limit
RETURN collect(near.id) AS near, collect(far.id) AS far, collect(flow.dealId) AS deals,
  collect(${startDays[basis]}) AS fromDays, collect(flow.toDay) AS toDays`;

const tier = (direction: MoneyDirection, basis: Basis): string => `
UNWIND $frontier AS id
MATCH ${patterns[direction]}
WHERE ${flowCounts[basis]}${columns(basis)}`;

const everyPayment = (basis: Basis): string => `
MATCH (near:Company)-[flow:PAYS]->(far:Company)
WHERE ${flowCounts[basis]}${columns(basis)}`;

// Counts what lies there, not what is in force: that could mean to look at all there is.
const countPayments = `
MATCH (:Company)-[flow:PAYS]->(:Company)
WITH flow
LIMIT $limit
RETURN count(flow) AS total`;

/** The latest deals of the kinds that pay for no goods: a chain of supply alone seldom comes back to where it began. */
const startingDeals = dealKinds
  .filter(({ casts }) => casts.every(({ flow }) => flow === 'PAYS'))
  .flatMap(({ name, casts }) =>
    casts.map(
      ({ from, to }) => `
MATCH (deal:${name})
WHERE ${signedDayOfDeal} <= $day
WITH deal, ${signedDayOfDeal} AS signedDay
ORDER BY signedDay DESC, deal.id
LIMIT $limit
RETURN collect(deal.${from}) AS payers, collect(deal.${to}) AS payees`,
    ),
  );

interface Row {
  readonly near: readonly string[];
  readonly far: readonly string[];
  readonly deals: readonly string[];
  readonly fromDays: readonly DayNumber[];
  readonly toDays: readonly DayNumber[];
}

/** One way in which payments are followed, and how far it has come. */
interface Trail {
  readonly direction: MoneyDirection;
  readonly seen: Set<string>;
  /** The groups that come next. */
  frontier: readonly string[];
  /** How many tiers it has come so far. */
  tiers: number;
}

const startTrail = (direction: MoneyDirection, groups: readonly string[]): Trail => ({
  direction,
  seen: new Set(groups),
  frontier: groups,
  tiers: 0,
});

/** Adds the payments of a row and gives the groups at their far ends. */
async function addRow(
  { groups: { groupOf } }: Inquiry,
  direction: MoneyDirection,
  row: Row,
  legs: Legs,
  signal: AbortSignal | undefined,
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const [at, deal] of row.deals.entries()) {
    if (at % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
    const [near, far] = [groupOf(row.near[at] ?? ''), groupOf(row.far[at] ?? '')];
    const [payer, payee] = direction === 'OUT' ? [near, far] : [far, near];
    legs.add({ deal, payer, payee, fromDay: row.fromDays[at] ?? 0, toDay: row.toDays[at] ?? 0 });
    found.add(far);
  }
  return found;
}

/** Follows the payments of the trail's frontier one tier further. False where there was more than may be read. */
async function follow(
  inquiry: Inquiry,
  trail: Trail,
  legs: Legs,
  maxExplored: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { reader, scope, groups } = inquiry;
  const next: string[] = [];
  for (const frontier of inBatches(trail.frontier.flatMap(groups.membersOf), FRONTIER_BATCH)) {
    const limit = maxExplored - legs.size;
    if (limit <= 0) return false;
    const parameters = { ...scopeParameters(scope), frontier, limit };
    const rows = await reader.run<Row>(tier(trail.direction, scope.basis), parameters);
    for (const row of rows) {
      for (const group of await addRow(inquiry, trail.direction, row, legs, signal)) {
        if (trail.seen.has(group)) continue;
        trail.seen.add(group);
        next.push(group);
      }
      // So many may be all, or not: to know costs more than it tells.
      if (row.deals.length === limit) return false;
    }
  }
  trail.frontier = next.sort();
  trail.tiers += 1;
  return true;
}

/** The trail with fewer groups to come; of two alike, the one that has come less far. */
const shorter = (one: Trail, other: Trail): Trail =>
  (one.frontier.length - other.frontier.length || one.tiers - other.tiers) <= 0 ? one : other;

/**
 * The payments on all loops through a group. They are followed both ways from it; after `maxLength` tiers in all, each
 * payment of a loop that is no longer has been read on one of the ways, whichever way each tier was.
 */
export async function readLegsAround(
  inquiry: Inquiry,
  group: string,
  maxLength: number,
  signal?: AbortSignal,
): Promise<ReadLegs> {
  const legs = createLegs();
  const [out, back] = [startTrail('OUT', [group]), startTrail('IN', [group])];
  while (out.tiers + back.tiers < maxLength) {
    const trail = shorter(out, back);
    if (trail.frontier.length === 0) break;
    if (!(await follow(inquiry, trail, legs, MAX_EXPLORED, signal))) return { legs, truncated: true };
  }
  return { legs, truncated: false };
}

async function readAll(inquiry: Inquiry, signal: AbortSignal | undefined): Promise<ReadLegs> {
  const { reader, scope } = inquiry;
  const legs = createLegs();
  const parameters = { ...scopeParameters(scope), limit: MAX_EXPLORED };
  const rows = await reader.run<Row>(everyPayment(scope.basis), parameters);
  for (const row of rows) await addRow(inquiry, 'OUT', row, legs, signal);
  return { legs, truncated: false };
}

async function findStarts({ reader, scope, groups }: Inquiry): Promise<string[]> {
  const starts = new Set<string>();
  for (const statement of startingDeals) {
    const rows = await reader.run<{ payers: readonly string[]; payees: readonly string[] }>(statement, {
      day: scope.day,
      limit: STARTING_DEALS,
    });
    for (const company of rows.flatMap(({ payers, payees }) => [...payers, ...payees]))
      starts.add(groups.groupOf(company));
  }
  return [...starts].sort();
}

/** All payments; where they are more than may be read, those that follow on the latest investments and the like. */
export async function readLegsEverywhere(
  inquiry: Inquiry,
  maxLength: number,
  signal?: AbortSignal,
): Promise<ReadLegs> {
  const [row] = await inquiry.reader.run<{ total: number }>(countPayments, { limit: MAX_EXPLORED + 1 });
  if ((row?.total ?? 0) <= MAX_EXPLORED) return readAll(inquiry, signal);
  const legs = createLegs();
  const trail = startTrail('OUT', await findStarts(inquiry));
  while (trail.tiers < maxLength && trail.frontier.length > 0) {
    if (!(await follow(inquiry, trail, legs, MAX_EXPLORED_WIDELY, signal))) break;
  }
  return { legs, truncated: true };
}
