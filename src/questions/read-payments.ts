/** The deals that a group pays for, or is paid for, with the group on their other side: one hop over PAYS. */
import type { DayNumber } from '../model/day.js';
import type { Inquiry } from './ask.js';
import { type Basis, flowCounts, scopeParameters } from './scope.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

/** A question about one group reads at most this many deals a side, and says so when there are more. */
export const MAX_PAYMENTS = 25_000;

/** OUT: the group pays. IN: it is paid. */
export type MoneyDirection = 'OUT' | 'IN';

export interface Payment {
  readonly deal: string;
  /** The group on the other side. */
  readonly counterparty: string;
  /** The code of the deal's kind. */
  readonly kind: string;
  readonly signedDay: DayNumber;
}

export interface Payments {
  /** In order of their deals' ids. */
  readonly payments: readonly Payment[];
  /** How many deals were looked at, those inside the group included. */
  readonly explored: number;
  readonly truncated: boolean;
}

const patterns: Readonly<Record<MoneyDirection, string>> = {
  OUT: '(:Company {id: id})-[flow:PAYS]->(other:Company)',
  IN: '(:Company {id: id})<-[flow:PAYS]-(other:Company)',
};

const payments = (direction: MoneyDirection, basis: Basis): string => `
UNWIND $companies AS id
MATCH ${patterns[direction]}
WHERE ${flowCounts[basis]}
WITH flow, other
ORDER BY flow.dealId
LIMIT $limit
RETURN collect(flow.dealId) AS deals, collect(other.id) AS others, collect(flow.kind) AS kinds,
  collect(flow.signedDay) AS signedDays`;

interface Row {
  readonly deals: readonly string[];
  readonly others: readonly string[];
  readonly kinds: readonly string[];
  readonly signedDays: readonly DayNumber[];
}

const emptyRow: Row = { deals: [], others: [], kinds: [], signedDays: [] };

export async function readPayments(
  { reader, scope, groups }: Inquiry,
  group: string,
  direction: MoneyDirection,
  signal?: AbortSignal,
): Promise<Payments> {
  const [row = emptyRow] = await reader.run<Row>(payments(direction, scope.basis), {
    ...scopeParameters(scope),
    companies: groups.membersOf(group),
    // One more than may be read tells that there is more.
    limit: MAX_PAYMENTS + 1,
  });
  // Taking so many values in from the engine has been a turn of its own.
  await yieldToOthers(signal);
  const found: Payment[] = [];
  const explored = Math.min(row.deals.length, MAX_PAYMENTS);
  for (let at = 0; at < explored; at += 1) {
    if (at % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
    const [deal, other, kind, signedDay] = [row.deals[at], row.others[at], row.kinds[at], row.signedDays[at]];
    if (deal === undefined || other === undefined || kind === undefined || signedDay === undefined) continue;
    const counterparty = groups.groupOf(other);
    // A group never pays itself.
    if (counterparty !== group) found.push({ deal, counterparty, kind, signedDay });
  }
  return { payments: found, explored, truncated: row.deals.length > MAX_PAYMENTS };
}
