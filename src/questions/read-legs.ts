/** Reads the payments among which loops are looked for: those around one group, or all there are as far as they may be read. */
import { dealKinds } from '../model/registry.js';
import type { Inquiry } from './ask.js';
import {
  addPayments,
  followPayments,
  type PaymentRow,
  paymentColumns,
  startTrail,
  type Trail,
} from './follow-payments.js';
import { createLegs, type Legs } from './legs.js';
import { flowCountsIn, type Scope, scopeParameters } from './scope.js';
import { signedDayOfDeal } from './value-deals.js';

export interface ReadLegs {
  readonly legs: Legs;
  readonly truncated: boolean;
}

/** How many deals are looked at, and no more. */
const MAX_EXPLORED = 20_000;
/** Around how many deals of a kind loops are looked for where not all payments may be read. */
const STARTING_DEALS = 200;
/** How many deals are looked at then. What is left out is more anyway, so the answer had better come soon. */
const MAX_EXPLORED_WIDELY = 10_000;

const everyPayment = (scope: Scope): string => `
MATCH (near:Company)-[flow:PAYS]->(far:Company)
WHERE ${flowCountsIn(scope, 'PAYS')}${paymentColumns(scope.basis)}`;

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
    if (!(await followPayments(inquiry, trail, legs, MAX_EXPLORED, signal))) return { legs, truncated: true };
  }
  return { legs, truncated: false };
}

async function readAll(inquiry: Inquiry, signal: AbortSignal | undefined): Promise<ReadLegs> {
  const { reader, scope } = inquiry;
  const legs = createLegs();
  const parameters = { ...scopeParameters(scope), limit: MAX_EXPLORED };
  const rows = await reader.run<PaymentRow>(everyPayment(scope), parameters);
  for (const row of rows) await addPayments(inquiry, 'OUT', row, legs, MAX_EXPLORED, signal);
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
    if (!(await followPayments(inquiry, trail, legs, MAX_EXPLORED_WIDELY, signal))) break;
  }
  return { legs, truncated: true };
}
