/** Opens a question: finds the companies that it is about, and answers it from one state of the graph. */
import { AppError } from '../errors.js';
import { companyKind } from '../model/registry.js';
import { didYouMean } from '../near-matches.js';
import { findNearIds } from '../records/find-near-ids.js';
import { type Groups, noGroups } from '../snapshot/groups.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import type { Snapshots } from '../snapshot/snapshots.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import type { Scope } from './scope.js';
import { begin } from './yield-to-others.js';

/** What questions are asked of. */
export interface Graph {
  readonly store: GraphStore;
  readonly snapshots: Snapshots;
}

export interface Inquiry {
  readonly snapshot: Snapshot;
  /** Every company is one of its own where the question rolls none up. */
  readonly groups: Groups;
  readonly scope: Scope;
  /** Ends the answering once it is aborted. */
  readonly signal: AbortSignal | undefined;
}

const groupsIn = (snapshot: Snapshot, { rollUp, day }: Scope): Groups =>
  rollUp ? snapshot.groupsOn(day) : noGroups;

/** The same question in another scope, of the same state of the graph. */
export const inScope = (inquiry: Inquiry, scope: Scope): Inquiry => ({
  ...inquiry,
  scope,
  groups: groupsIn(inquiry.snapshot, scope),
});

class UnknownCompany extends Error {
  constructor(readonly id: string) {
    super(`there is no company "${id}"`);
  }
}

async function explainUnknown({ store }: Graph, id: string, options?: WorkOptions): Promise<AppError> {
  const near = await findNearIds(store, id, companyKind.code, options);
  return new AppError('NOT_FOUND', `There is no company with the id "${id}"${didYouMean(near)}`, {
    details: { id, nearMatches: near },
  });
}

/**
 * Rejects with NOT_FOUND, near matches named, if one of the companies does not exist; there may be none. While the graph is
 * looked at, the answer is worked out from the snapshot that was current last: mostly it still is, and then nobody has waited.
 */
export async function ask<Answer>(
  graph: Graph,
  companies: readonly string[],
  scope: Scope,
  answer: (inquiry: Inquiry) => Answer | Promise<Answer>,
  options?: WorkOptions,
): Promise<Answer> {
  async function answerFrom(snapshot: Snapshot): Promise<Answer> {
    const missing = companies.find((id) => !snapshot.hasCompany(id));
    if (missing !== undefined) throw new UnknownCompany(missing);
    await begin(options?.signal);
    return answer({ snapshot, groups: groupsIn(snapshot, scope), scope, signal: options?.signal });
  }
  const { latest } = graph.snapshots;
  const looking = graph.snapshots.current(options?.signal);
  const ahead = latest && answerFrom(latest);
  // Whether anybody wants it, and so its fault, is known only later.
  ahead?.catch(() => undefined);
  try {
    const current = await looking;
    return await (current === latest && ahead !== undefined ? ahead : answerFrom(current));
  } catch (error) {
    if (error instanceof UnknownCompany) throw await explainUnknown(graph, error.id, options);
    throw error;
  }
}
