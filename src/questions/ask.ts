/** Opens a question: finds the companies that it is about, and answers it from one state of the graph. */
import { AppError } from '../errors.js';
import { companyKind } from '../model/registry.js';
import { didYouMean } from '../near-matches.js';
import { findNearIds } from '../records/find-near-ids.js';
import { type Groups, noGroups } from '../snapshot/groups.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import type { SnapshotSource } from '../snapshot/snapshots.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import type { Scope } from './scope.js';
import { beginInTurn } from './yield-to-others.js';

/** What questions are asked of. */
export interface Graph {
  readonly store: GraphStore;
  readonly snapshots: SnapshotSource;
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

async function explainUnknown({ store }: Graph, id: string, options?: WorkOptions): Promise<AppError> {
  const near = await findNearIds(store, id, companyKind.code, options);
  return new AppError('NOT_FOUND', `There is no company with the id "${id}"${didYouMean(near)}`, {
    details: { id, nearMatches: near },
  });
}

/** Rejects with NOT_FOUND, near matches named, if one of the companies does not exist; there may be none. */
export async function ask<Answer>(
  graph: Graph,
  companies: readonly string[],
  scope: Scope,
  answer: (inquiry: Inquiry) => Answer | Promise<Answer>,
  options?: WorkOptions,
): Promise<Answer> {
  const snapshot = await graph.snapshots.current(options?.signal);
  const missing = companies.find((id) => !snapshot.hasCompany(id));
  if (missing !== undefined) throw await explainUnknown(graph, missing, options);
  const signal = options?.signal;
  return beginInTurn(signal, () => answer({ snapshot, groups: groupsIn(snapshot, scope), scope, signal }));
}
