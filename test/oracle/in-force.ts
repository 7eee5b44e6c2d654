// Which deals count on a day (DESIGN.md section 3, "In force").
import { ALWAYS, firstDay, isFullDay, lastDay, OPEN } from './days.js';
import type { Deal } from './deals.js';
import type { Confidence } from './facts.js';

export type Basis = 'SIGNED' | 'DELIVERING';

/** What every question takes. `on` is a whole day: DESIGN.md does not say what a partial one would mean. */
export interface View {
  on: string;
  basis?: Basis;
  minConfidence?: Confidence;
  rollUp?: boolean;
  includeRumoured?: boolean;
}

export interface Term {
  from: string;
  to: string;
}

/** The first and last day of a deal, or null if it counts on no day at all. */
export function termOf(deal: Deal, view: Pick<View, 'basis' | 'includeRumoured'>): Term | null {
  if (deal.status === 'RUMOURED' && !view.includeRumoured) return null;
  const isOver = deal.status === 'TERMINATED' || deal.status === 'SUPERSEDED';
  if (isOver && deal.endsOn === undefined) return null;

  // Investments and acquisitions have no startsOn, so both bases give their announcedOn. A closedOn changes nothing.
  const start =
    (view.basis ?? 'SIGNED') === 'SIGNED'
      ? (deal.announcedOn ?? deal.startsOn)
      : (deal.startsOn ?? deal.announcedOn);
  const term = {
    from: start === undefined ? ALWAYS : firstDay(start),
    to: deal.endsOn === undefined ? OPEN : lastDay(deal.endsOn),
  };
  return term.from <= term.to ? term : null;
}

export function isInForce(deal: Deal, view: View): boolean {
  if (!isFullDay(view.on)) throw new Error(`on must be a full day: ${view.on}`);
  const term = termOf(deal, view);
  return term !== null && term.from <= view.on && view.on <= term.to;
}

const TRUST: Record<Confidence, number> = { ESTIMATED: 1, REPORTED: 2, CONFIRMED: 3 };

/** REPORTED keeps CONFIRMED and REPORTED. What says nothing of its confidence (an event) is kept. */
export function isTrusted(
  confidence: Confidence | undefined,
  minConfidence: Confidence | undefined,
): boolean {
  if (confidence === undefined || minConfidence === undefined) return true;
  return TRUST[confidence] >= TRUST[minConfidence];
}

export function countsOn(deal: Deal, view: View): boolean {
  return isInForce(deal, view) && isTrusted(deal.confidence, view.minConfidence);
}
