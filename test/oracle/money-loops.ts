// Money that goes round (DESIGN.md section 4, "Money loops"): every simple cycle, found by walking all simple paths.
import { ALWAYS, OPEN } from './days.js';
import { listDeals } from './deals.js';
import type { Facts } from './facts.js';
import { type Link, linksBetweenGroups, payLinks } from './flows.js';
import { groupOf, groupsOf } from './groups.js';
import { isTrusted, type Term, termOf, type View } from './in-force.js';
import { type LegSums, sumLeg } from './leg-sums.js';
import type { Rate } from './money.js';
import { compareIdLists, sortedUnique } from './sorted.js';

export interface MoneyLoopsQuestion extends View {
  /** Only loops in which this company's group takes part. */
  through?: string;
  maxLength?: number;
  rates: Rate[];
  /** Every deal that is in force on some day, not only on `on` (which still decides the groups). */
  atAnyTime?: boolean;
}

export interface MoneyLoop {
  companies: string[];
  legs: ({ payer: string; payee: string; deals: string[] } & LegSums)[];
  unknownLegs: number;
  smallestKnownLegUsd: bigint | null;
  since: string | null;
  until: string | null;
}

export function slowMoneyLoops(facts: Facts, question: MoneyLoopsQuestion): MoneyLoop[] {
  const links = question.atAnyTime ? linksAtAnyTime(facts, question) : payLinks(facts, question);
  const through =
    question.through === undefined ? null : groupOf(groupsOf(facts, question), question.through);
  return findCycles(links, question.maxLength ?? 4)
    .filter((companies) => through === null || companies.includes(through))
    .map((companies) => describeLoop(companies, links, question))
    .filter((loop) => (loop.since ?? ALWAYS) <= (loop.until ?? OPEN))
    .sort(compareLoops);
}

function linksAtAnyTime(facts: Facts, question: MoneyLoopsQuestion): Link[] {
  const deals = listDeals(facts).filter(
    (deal) => termOf(deal, question) !== null && isTrusted(deal.confidence, question.minConfidence),
  );
  return linksBetweenGroups(deals, groupsOf(facts, question));
}

/** Each cycle once: it starts at its smallest id, so a walk from there never enters a smaller one. */
function findCycles(links: Link[], maxLength: number): string[][] {
  const payers = sortedUnique(links.map((link) => link.payerGroup));
  const payeesOf = new Map(
    payers.map((payer) => {
      const own = links.filter((link) => link.payerGroup === payer);
      return [payer, sortedUnique(own.map((link) => link.payeeGroup))];
    }),
  );
  const cycles: string[][] = [];
  const walk = (path: string[]) => {
    const [start = '', last = ''] = [path[0], path[path.length - 1]];
    for (const next of payeesOf.get(last) ?? []) {
      if (next === start) cycles.push(path);
      else if (next > start && !path.includes(next) && path.length < maxLength) walk([...path, next]);
    }
  };
  for (const payer of payers) walk([payer]);
  return cycles;
}

function describeLoop(companies: string[], links: Link[], question: MoneyLoopsQuestion): MoneyLoop {
  const terms: Term[] = [];
  const legs = companies.map((payer, at) => {
    const payee = companies[(at + 1) % companies.length] ?? '';
    const own = links.filter((link) => link.payerGroup === payer && link.payeeGroup === payee);
    const deals = own.map(({ deal }) => deal);
    const dealTerms = deals.map((deal) => termOf(deal, question)).filter((term) => term !== null);
    terms.push({
      from: dealTerms.map(({ from }) => from).sort()[0] ?? ALWAYS,
      to: dealTerms.map(({ to }) => to).sort()[dealTerms.length - 1] ?? OPEN,
    });
    return { payer, payee, deals: sortedUnique(deals.map(({ id }) => id)), ...sumLeg(deals, question.rates) };
  });

  const ceilings = legs.map(({ ceilingUsd }) => ceilingUsd).filter((usd) => usd !== null);
  const since = terms.map(({ from }) => from).sort()[terms.length - 1] ?? ALWAYS;
  const until = terms.map(({ to }) => to).sort()[0] ?? OPEN;
  return {
    companies,
    legs,
    unknownLegs: legs.length - ceilings.length,
    smallestKnownLegUsd: smallestOf(ceilings),
    since: since === ALWAYS ? null : since,
    until: until === OPEN ? null : until,
  };
}

function smallestOf(amounts: bigint[]): bigint | null {
  return [...amounts].sort((a, b) => (a < b ? -1 : 1))[0] ?? null;
}

/** Fewest unknown legs, smallest known leg descending (none at all last), length, ids. */
function compareLoops(a: MoneyLoop, b: MoneyLoop): number {
  if (a.unknownLegs !== b.unknownLegs) return a.unknownLegs - b.unknownLegs;
  const [left, right] = [a.smallestKnownLegUsd ?? -1n, b.smallestKnownLegUsd ?? -1n];
  if (left !== right) return left > right ? -1 : 1;
  return a.companies.length - b.companies.length || compareIdLists(a.companies, b.companies);
}
