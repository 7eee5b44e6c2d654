/** Who supplies a company, tier by tier, and through which deals. */
import { validationFailed } from '../errors.js';
import { supplyKinds } from '../model/registry.js';
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph } from './ask.js';
import { type ScopeInput, scopeOf } from './scope.js';
import { DEFAULT_TIERS, MAX_TIERS, type Trace, traceTiers } from './trace-tiers.js';

export interface TierQuestion extends ScopeInput {
  /** The company that the question is about. */
  readonly company: string;
  readonly tiers?: number;
}

function checkTiers(tiers: number): number {
  if (Number.isInteger(tiers) && tiers >= 1 && tiers <= MAX_TIERS) return tiers;
  throw validationFailed(`tiers is ${tiers}; it is from 1 to ${MAX_TIERS}`, { path: ['tiers'] });
}

function checkKinds(kinds: readonly string[] | undefined): void {
  const codes = supplyKinds.map((kind) => kind.code);
  if (kinds?.length === 0)
    throw validationFailed('kinds is empty; leave it out for all kinds', { path: ['kinds'] });
  const other = kinds?.find((kind) => !codes.includes(kind));
  if (other === undefined) return;
  throw validationFailed(`kinds has ${other}, which supplies nothing; use ${codes.join(', ')}`, {
    path: ['kinds'],
  });
}

const askTiers =
  (direction: 'UPSTREAM' | 'DOWNSTREAM') =>
  async (graph: Graph, question: TierQuestion, options?: WorkOptions): Promise<Trace> => {
    const tiers = checkTiers(question.tiers ?? DEFAULT_TIERS);
    checkKinds(question.kinds);
    return ask(
      graph,
      [question.company],
      scopeOf(question),
      (inquiry) => traceTiers(inquiry, question.company, direction, tiers),
      options,
    );
  };

/** Who supplies the company, upstream: tier 1 supplies it, tier 2 supplies tier 1, and so on. */
export const computeSupply = askTiers('UPSTREAM');

/** Who depends on the company, downstream: tier 1 buys from it, tier 2 buys from tier 1, and so on. */
export const exposure = askTiers('DOWNSTREAM');
