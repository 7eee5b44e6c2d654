/** Who supplies a company and who depends on it, tier by tier, and through which deals. */
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph } from './ask.js';
import { checkSupplyKinds } from './check-arguments.js';
import type { Direction } from './direction.js';
import { type ScopeInput, scopeOf } from './scope.js';
import { checkTiers } from './tier-limits.js';
import { type Trace, traceTiers } from './trace-tiers.js';

export interface TierQuestion extends ScopeInput {
  /** The company that the question is about. */
  readonly company: string;
  readonly tiers?: number;
}

const askTiers =
  (direction: Direction) =>
  async (graph: Graph, question: TierQuestion, options?: WorkOptions): Promise<Trace> => {
    const tiers = checkTiers(question.tiers);
    const kinds = checkSupplyKinds(question.kinds);
    return ask(
      graph,
      [question.company],
      scopeOf({ ...question, kinds }),
      (inquiry) => traceTiers(inquiry, question.company, direction, tiers),
      options,
    );
  };

/** Who supplies the company, upstream: tier 1 supplies it, tier 2 supplies tier 1, and so on. */
export const computeSupply = askTiers('UPSTREAM');

/** Who depends on the company, downstream: tier 1 buys from it, tier 2 buys from tier 1, and so on. */
export const exposure = askTiers('DOWNSTREAM');
