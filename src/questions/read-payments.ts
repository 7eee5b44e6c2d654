/** The deals that a group pays for, or is paid for, with the group on their other side: one hop over PAYS. */
import type { Relationship } from '../snapshot/snapshot.js';
import type { Inquiry } from './ask.js';
import { edgesAlong, otherEnd, readFlows, type Way } from './read-flows.js';

/** A question about one group reads at most this many deals a side, and says so when there are more. */
const MAX_PAYMENTS = 25_000;

export interface Payment {
  readonly deal: Relationship;
  /** The group on the other side. */
  readonly counterparty: string;
}

export interface Payments {
  /** In order of their deals' ids. */
  readonly payments: readonly Payment[];
  /** How many deals were looked at, those inside the group included. */
  readonly explored: number;
  readonly truncated: boolean;
}

const byDeal = (one: Payment, other: Payment): number => (one.deal.id < other.deal.id ? -1 : 1);

/** What a group pays, or is paid: the money goes out, or comes in. */
export async function readPayments(inquiry: Inquiry, group: string, way: Way): Promise<Payments> {
  const { snapshot, groups } = inquiry;
  const payments: Payment[] = [];
  const request = {
    companies: groups.membersOf(group),
    edgesOf: edgesAlong(snapshot, 'PAYS', way),
    limit: MAX_PAYMENTS,
  };
  const { explored, unread } = await readFlows(inquiry, request, (edge) => {
    const counterparty = groups.groupOf(otherEnd(edge, way));
    // A group never pays itself.
    if (counterparty !== group) payments.push({ deal: edge.relationship, counterparty });
  });
  return { payments: payments.sort(byDeal), explored, truncated: unread.length > 0 };
}
