/** Which suppliers several companies have in common, and how far upstream of each they stand. */
import { validationFailed } from '../errors.js';
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph, type Inquiry } from './ask.js';
import { checkSupplyKinds } from './check-arguments.js';
import { type ScopeInput, scopeOf } from './scope.js';
import { checkTiers, MAX_EXPLORED } from './tier-limits.js';
import { openUpstream } from './upstream.js';
import { walkUpstream } from './walk-upstream.js';

const MIN_COMPANIES = 2;
export const MAX_COMPANIES = 20;

export interface SharedSuppliersQuestion extends ScopeInput {
  /** 2 to 20 different ones. */
  readonly companies: readonly string[];
  /** How far upstream to look: 1 to 8; 4 unless given. */
  readonly tiers?: number;
}

export interface SharedTier {
  readonly company: string;
  /** The smallest number of deals in a row by which the supplier reaches the company. */
  readonly tier: number;
}

export interface SharedSupplier {
  readonly group: string;
  /** One for each company asked about, in the order asked. */
  readonly tierOf: readonly SharedTier[];
}

export interface SharedSuppliers {
  /** The groups that are upstream of every company asked about, by id. None of them is the group of such a company. */
  readonly suppliers: readonly SharedSupplier[];
  /** How many deals were looked at, each once. */
  readonly explored: number;
  /** Whether there was more to look at: suppliers may be missing, the tiers of those given are right. */
  readonly truncated: boolean;
}

/** The companies that were named, each once. */
function checkCompanies(named: readonly string[]): string[] {
  const companies = [...new Set(named)];
  if (companies.length >= MIN_COMPANIES && companies.length <= MAX_COMPANIES) return companies;
  throw validationFailed(
    `companies names ${companies.length} different ones; name ${MIN_COMPANIES} to ${MAX_COMPANIES}`,
    { path: ['companies'] },
  );
}

/** `limit` is how many deals may be looked at. */
export async function findSharedSuppliers(
  inquiry: Inquiry,
  companies: readonly string[],
  tiers: number,
  limit = MAX_EXPLORED,
): Promise<SharedSuppliers> {
  const starts = companies.map(inquiry.groups.groupOf);
  const upstream = openUpstream(inquiry, limit);
  const found = [...(await walkUpstream(upstream, starts, tiers))];
  const suppliers = found
    .filter(([group, tiersOf]) => !starts.includes(group) && !tiersOf.includes(undefined))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, tiersOf]) => ({
      group,
      tierOf: companies.map((company, at) => ({ company, tier: tiersOf[at] ?? 0 })),
    }));
  return { suppliers, explored: upstream.explored, truncated: upstream.truncated };
}

/** Rejects with NOT_FOUND for an unknown company and with VALIDATION_FAILED for arguments out of range. */
export async function sharedSuppliers(
  graph: Graph,
  question: SharedSuppliersQuestion,
  options?: WorkOptions,
): Promise<SharedSuppliers> {
  const companies = checkCompanies(question.companies);
  const tiers = checkTiers(question.tiers);
  const kinds = checkSupplyKinds(question.kinds);
  const find = (inquiry: Inquiry) => findSharedSuppliers(inquiry, companies, tiers);
  return ask(graph, companies, scopeOf({ ...question, kinds }), find, options);
}
