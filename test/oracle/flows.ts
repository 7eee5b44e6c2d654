// The deals that count on a day as links between different groups.
import { type Deal, type DealKind, listDeals } from './deals.js';
import type { Facts } from './facts.js';
import { groupOf, groupsOf } from './groups.js';
import { countsOn, type View } from './in-force.js';

export interface Link {
  deal: Deal;
  payerGroup: string;
  payeeGroup: string;
}

/** All six kinds. A group never pays or supplies itself, so deals inside one group make no link. */
export function payLinks(facts: Facts, view: View): Link[] {
  const deals = listDeals(facts).filter((deal) => countsOn(deal, view));
  return linksBetweenGroups(deals, groupsOf(facts, view));
}

/** The four supply kinds: goods go from the payee (supplier) to the payer (customer). An empty `kinds` is no kind. */
export function supplyLinks(facts: Facts, view: View, kinds?: readonly DealKind[]): Link[] {
  return payLinks(facts, view).filter(
    ({ deal }) => deal.isSupply && (kinds === undefined || kinds.includes(deal.kind)),
  );
}

export function linksBetweenGroups(deals: Deal[], groups: Map<string, string>): Link[] {
  return deals
    .map((deal) => ({
      deal,
      payerGroup: groupOf(groups, deal.payer),
      payeeGroup: groupOf(groups, deal.payee),
    }))
    .filter((link) => link.payerGroup !== link.payeeGroup);
}
