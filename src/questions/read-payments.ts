/** The deals that a group pays for, or is paid for, with the group on their other side: one hop over PAYS. */
import type { DayNumber } from '../model/day.js';
import type { Parameters } from '../store/graph-store.js';
import type { Inquiry } from './ask.js';
import { readTogether } from './read-together.js';
import { flowCountsIn, type Scope, scopeParameters } from './scope.js';
import { type AmountLists, type KnownAmounts, returnAmounts } from './value-deals.js';
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
  /** What the first of the deals are worth, read along with them. */
  readonly known: KnownAmounts;
}

/** Of so many deals the amounts come along; of more it would be a long turn to take them in. */
const VALUED_ALONG = 1_000;

const patterns: Readonly<Record<MoneyDirection, string>> = {
  OUT: '(:Company {id: id})-[flow:PAYS]->(other:Company)',
  IN: '(:Company {id: id})<-[flow:PAYS]-(other:Company)',
};

const columns = { OUT: 'paid', IN: 'received' } as const satisfies Record<MoneyDirection, string>;

const paymentsOf = (direction: MoneyDirection, scope: Scope): string => `
UNWIND $companies AS id
MATCH ${patterns[direction]}
WHERE ${flowCountsIn(scope, 'PAYS')}
WITH flow, other
ORDER BY flow.dealId
LIMIT $limit
WITH collect(flow.dealId) AS deals, collect(other.id) AS others, collect(flow.kind) AS kinds,
  collect(flow.signedDay) AS signedDays
CALL (deals) {
  UNWIND deals[..${VALUED_ALONG}] AS id
  MATCH (deal:Entity {id: id})${returnAmounts}
}
RETURN {deals: deals, others: others, kinds: kinds, signedDays: signedDays, amounts: amounts} AS ${columns[direction]}`;

interface PaymentLists {
  readonly deals: readonly string[];
  readonly others: readonly string[];
  readonly kinds: readonly string[];
  readonly signedDays: readonly DayNumber[];
  readonly amounts: AmountLists;
}

type Columns = Readonly<Record<(typeof columns)[MoneyDirection], PaymentLists>>;

async function toPayments(
  { groups }: Inquiry,
  group: string,
  lists: PaymentLists,
  signal: AbortSignal | undefined,
): Promise<Payments> {
  const payments: Payment[] = [];
  const explored = Math.min(lists.deals.length, MAX_PAYMENTS);
  for (let at = 0; at < explored; at += 1) {
    // The first turn of a long list went to getting it from the engine.
    if (at % STEPS_PER_TURN === 0 && explored > STEPS_PER_TURN) await yieldToOthers(signal);
    const [deal, other, kind, signedDay] = [
      lists.deals[at],
      lists.others[at],
      lists.kinds[at],
      lists.signedDays[at],
    ];
    if (deal === undefined || other === undefined || kind === undefined || signedDay === undefined) continue;
    const counterparty = groups.groupOf(other);
    // A group never pays itself.
    if (counterparty !== group) payments.push({ deal, counterparty, kind, signedDay });
  }
  return {
    payments,
    explored,
    truncated: lists.deals.length > MAX_PAYMENTS,
    known: { deals: lists.deals.slice(0, VALUED_ALONG), amounts: lists.amounts },
  };
}

/** What is read along with payments: a statement that gives one row, and its parameters. */
export interface Along {
  readonly statement: string;
  readonly parameters: Parameters;
}

async function readRow<Row>(
  { reader, scope, groups }: Inquiry,
  group: string,
  statements: readonly string[],
  parameters?: Parameters,
): Promise<Row> {
  const [row] = await reader.run<Row>(readTogether(...statements), {
    ...parameters,
    ...scopeParameters(scope),
    companies: groups.membersOf(group),
    // One more than may be read tells that there is more.
    limit: MAX_PAYMENTS + 1,
  });
  if (row === undefined) throw new Error('a statement about payments has to give a row');
  return row;
}

export async function readPayments(
  inquiry: Inquiry,
  group: string,
  direction: MoneyDirection,
  signal?: AbortSignal,
): Promise<Payments> {
  const statement = paymentsOf(direction, inquiry.scope);
  const row = await readRow<Columns>(inquiry, group, [statement]);
  return toPayments(inquiry, group, row[columns[direction]], signal);
}

/** Reads what a group pays, and something else along with it. */
export async function readPaidAlong<Row>(
  inquiry: Inquiry,
  group: string,
  along: Along,
  signal?: AbortSignal,
): Promise<{ paid: Payments; along: Row }> {
  const statements = [paymentsOf('OUT', inquiry.scope), along.statement];
  const row = await readRow<Row & Columns>(inquiry, group, statements, along.parameters);
  return { paid: await toPayments(inquiry, group, row.paid, signal), along: row };
}

/** Reads what a group pays and what it is paid. */
export async function readBothWays(
  inquiry: Inquiry,
  group: string,
  signal?: AbortSignal,
): Promise<{ paid: Payments; received: Payments }> {
  const statements = [paymentsOf('OUT', inquiry.scope), paymentsOf('IN', inquiry.scope)];
  const row = await readRow<Columns>(inquiry, group, statements);
  return {
    paid: await toPayments(inquiry, group, row.paid, signal),
    received: await toPayments(inquiry, group, row.received, signal),
  };
}
