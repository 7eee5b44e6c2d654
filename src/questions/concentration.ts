/** How concentrated a company's suppliers, customers or investors are. */
import { dealKinds } from '../model/registry.js';
import { type ValueOf, vocabulary } from '../model/vocabulary.js';
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph, type Inquiry } from './ask.js';
import { valueDeal } from './deal-value.js';
import { usdTotal } from './money-sums.js';
import type { Way } from './read-flows.js';
import { type Payment, readPayments } from './read-payments.js';
import { type ScopeInput, scopeOf } from './scope.js';
import { STEPS_PER_TURN, yieldToOthers } from './yield-to-others.js';

export const concentrationSide = vocabulary('ConcentrationSide', 'Whose shares are asked for.', {
  SUPPLIERS: 'Those from whom the company buys.',
  CUSTOMERS: 'Those to whom it sells.',
  INVESTORS: 'Those who put money into it; who buys it whole is none of them.',
});
export type ConcentrationSide = ValueOf<typeof concentrationSide>;

export const concentrationWeight = vocabulary('ConcentrationWeight', 'By what shares are measured.', {
  USD: 'By the dollars of the deals; those without an amount, with a yearly one or in a currency without a rate are left out and counted as unknown.',
  DEALS: 'By the number of deals.',
});
export type ConcentrationWeight = ValueOf<typeof concentrationWeight>;

export interface ConcentrationQuestion extends Omit<ScopeInput, 'kinds'> {
  /** The company that the question is about. */
  readonly of: string;
  readonly side: ConcentrationSide;
  /** USD unless given. */
  readonly weight?: ConcentrationWeight;
}

export interface Share {
  /** The group on the other side. */
  readonly group: string;
  /** The dollars of the deals that can be weighed so, ceilings of UP_TO ones in full; null where there is none. */
  readonly usd: bigint | null;
  /** How many deals the share is of. */
  readonly deals: number;
  /** From 0 to 1. */
  readonly share: number;
}

export interface Concentration {
  readonly of: string;
  /** The sum of the squared shares times 10,000, the scale of the US merger guidelines: 10,000 is one for all, 0 none. */
  readonly hhi: number;
  /** The largest first, then by id. */
  readonly shares: readonly Share[];
  /** How many deals are in no share. In dollars: those without an amount, with a PER_YEAR one, or in a currency without a rate. */
  readonly unknown: number;
  /** The ids of the exchange rates that were used, in their order. */
  readonly rates: readonly string[];
  readonly explored: number;
  readonly truncated: boolean;
}

/** The role that the other side has in the deals, the field that names it, and which way the money goes. */
const sides: Readonly<Record<ConcentrationSide, { role: string; way: Way }>> = {
  SUPPLIERS: { role: 'supplier', way: 'OUT' },
  CUSTOMERS: { role: 'customer', way: 'IN' },
  INVESTORS: { role: 'investor', way: 'IN' },
};

const kindsOf = (role: string): string[] =>
  dealKinds.filter(({ fields }) => role in fields).map(({ code }) => code);

/** What the deals with one group come to. */
interface Party {
  usd: bigint | null;
  /** How many of its deals dollars can weigh. */
  inUsd: number;
  deals: number;
}

interface Tally {
  readonly parties: ReadonlyMap<string, Party>;
  /** The ids of the exchange rates that were used. */
  readonly rates: ReadonlySet<string>;
}

async function tally(payments: readonly Payment[], { snapshot, signal }: Inquiry): Promise<Tally> {
  const parties = new Map<string, Party>();
  const rates = new Set<string>();
  for (const [at, { deal, counterparty }] of payments.entries()) {
    if (at % STEPS_PER_TURN === STEPS_PER_TURN - 1) await yieldToOthers(signal);
    const party = parties.get(counterparty) ?? { usd: null, inUsd: 0, deals: 0 };
    parties.set(counterparty, party);
    party.deals += 1;
    const value = valueDeal(deal, snapshot.exchange);
    const usd = value === undefined ? null : usdTotal(value);
    if (value === undefined || usd === null) continue;
    if (value.rate !== null) rates.add(value.rate);
    party.inUsd += 1;
    party.usd = (party.usd ?? 0n) + usd;
  }
  return { parties, rates };
}

interface Weighed extends Omit<Share, 'share'> {
  readonly weight: bigint;
}

/** A group is weighed by its dollars, if some of its deals have any, or by the number of its deals. */
function weigh(group: string, { usd, inUsd, deals }: Party, weight: ConcentrationWeight): Weighed[] {
  if (weight === 'DEALS') return [{ group, usd, deals, weight: BigInt(deals) }];
  return usd === null ? [] : [{ group, usd, deals: inUsd, weight: usd }];
}

function compareWeights(one: Weighed, other: Weighed): number {
  if (one.weight !== other.weight) return one.weight > other.weight ? -1 : 1;
  return one.group < other.group ? -1 : 1;
}

/** The largest first. Where all weigh nothing, nobody has a share. */
function sharesOf(parties: ReadonlyMap<string, Party>, weight: ConcentrationWeight): Share[] {
  const weighed = [...parties].flatMap(([group, party]) => weigh(group, party, weight)).sort(compareWeights);
  const total = Number(weighed.reduce((sum, party) => sum + party.weight, 0n));
  return weighed.map(({ group, usd, deals, weight: own }) => ({
    group,
    usd,
    deals,
    share: total === 0 ? 0 : Number(own) / total,
  }));
}

/**
 * Shares and the Herfindahl-Hirschman index (sum of squared shares, US merger guidelines) of the groups on one side of
 * a company's deals in force. Reads at most 25,000 deals. Rejects with NOT_FOUND for an unknown company.
 */
export function concentration(
  graph: Graph,
  { of, side, weight = 'USD', ...input }: ConcentrationQuestion,
  options?: WorkOptions,
): Promise<Concentration> {
  const { role, way } = sides[side];
  return ask(
    graph,
    [of],
    scopeOf({ ...input, kinds: kindsOf(role) }),
    async (inquiry) => {
      const group = inquiry.groups.groupOf(of);
      const { payments, explored, truncated } = await readPayments(inquiry, group, way);
      const { parties, rates } = await tally(payments, inquiry);
      const shares = sharesOf(parties, weight);
      const counted = shares.reduce((sum, { deals }) => sum + deals, 0);
      return {
        of,
        hhi: shares.reduce((sum, { share }) => sum + share * share, 0) * 10_000,
        shares,
        unknown: payments.length - counted,
        rates: [...rates].sort(),
        explored,
        truncated,
      };
    },
    options,
  );
}
