/** What changed in who supplies a company between two days. */
import type { Day } from '../model/day.js';
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph, type Inquiry, inScope } from './ask.js';
import { checkSupplyKinds } from './check-arguments.js';
import { byCompany } from './compare-ids.js';
import { type Scope, type ScopeInput, scopeOf } from './scope.js';
import { checkTiers, MAX_EXPLORED } from './tier-limits.js';
import { type Trace, traceTiers } from './trace-tiers.js';

export interface SupplyChangesQuestion extends Omit<ScopeInput, 'on'> {
  /** The company that the question is about. */
  readonly of: string;
  /** The day before; of a month or a year its first one. It may also be the later one. */
  readonly from: Day;
  readonly to: Day;
  /** How far upstream to look: 1 to 8; 4 unless given. */
  readonly tiers?: number;
}

/**
 * A company that is listed within the compared tiers on one of the days only, with its group and tier on that day. On the
 * other it may supply from farther away, or while its group is listed nearer for the deals of others.
 */
export interface ChangedSupplier {
  readonly company: string;
  readonly group: string;
  readonly tier: number;
}

/** A company that is listed on both days, but in another tier; one of the two is among those compared. */
export interface MovedSupplier {
  readonly company: string;
  readonly fromTier: number;
  readonly toTier: number;
}

/** All lists are by company id. New deals or customers alone are no change. */
export interface SupplyChanges {
  readonly of: string;
  readonly gained: readonly ChangedSupplier[];
  readonly lost: readonly ChangedSupplier[];
  readonly tierMoved: readonly MovedSupplier[];
  /** How many tiers were compared: those asked for, or where truncated those that were read to their end on both days. */
  readonly tiers: number;
  /** How many deals were looked at, on both days together. */
  readonly explored: number;
  readonly truncated: boolean;
}

type Suppliers = ReadonlyMap<string, ChangedSupplier>;

/** All that were met, beyond the tiers that are compared, too: their tiers are right, only others may be missing there. */
const suppliersIn = ({ tiers }: Trace): Suppliers =>
  new Map(
    tiers.flatMap((parties, at) =>
      parties.map(({ company, group }) => [company, { company, group, tier: at + 1 }]),
    ),
  );

/** Those within the compared tiers that the other day does not list at all. */
const without = (suppliers: Suppliers, others: Suppliers, tiers: number): ChangedSupplier[] =>
  [...suppliers.values()]
    .filter(({ company, tier }) => tier <= tiers && !others.has(company))
    .sort(byCompany);

/** Those of whom the compared tiers list at least one place. */
const moved = (before: Suppliers, after: Suppliers, tiers: number): MovedSupplier[] =>
  [...before.values()]
    .flatMap(({ company, tier: fromTier }) => {
      const toTier = after.get(company)?.tier ?? fromTier;
      return toTier === fromTier || Math.min(fromTier, toTier) > tiers ? [] : { company, fromTier, toTier };
    })
    .sort(byCompany);

function compare(of: string, before: Trace, after: Trace): SupplyChanges {
  const tiers = Math.min(before.wholeTiers, after.wholeTiers);
  const [suppliersBefore, suppliersAfter] = [suppliersIn(before), suppliersIn(after)];
  return {
    of,
    gained: without(suppliersAfter, suppliersBefore, tiers),
    lost: without(suppliersBefore, suppliersAfter, tiers),
    tierMoved: moved(suppliersBefore, suppliersAfter, tiers),
    tiers,
    explored: before.explored + after.explored,
    truncated: before.truncated || after.truncated,
  };
}

/** `limit` is how many deals may be looked at on both days together. */
export async function compareSupply(
  before: Inquiry,
  after: Inquiry,
  of: string,
  tiers: number,
  limit = MAX_EXPLORED,
): Promise<SupplyChanges> {
  const half = Math.floor(limit / 2);
  const traceBefore = await traceTiers(before, of, 'UPSTREAM', tiers, half);
  return compare(of, traceBefore, await traceTiers(after, of, 'UPSTREAM', tiers, half));
}

/**
 * Compares the suppliers of two days, each with its own groups, both in the state that the graph is in now.
 * Rejects with NOT_FOUND for an unknown company and with VALIDATION_FAILED for arguments out of range.
 */
export async function supplyChanges(
  graph: Graph,
  { of, from, to, tiers, ...input }: SupplyChangesQuestion,
  options?: WorkOptions,
): Promise<SupplyChanges> {
  const asked = checkTiers(tiers);
  const kinds = checkSupplyKinds(input.kinds);
  const scopeOn = (on: Day): Scope => scopeOf({ ...input, kinds, on });
  const compareDays = (inquiry: Inquiry): Promise<SupplyChanges> =>
    compareSupply(inquiry, inScope(inquiry, scopeOn(to)), of, asked);
  return ask(graph, [of], scopeOn(from), compareDays, options);
}
