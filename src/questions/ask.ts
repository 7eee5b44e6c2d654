/** Opens a question: finds the companies that it is about and the groups of the day, then answers from one state of the graph. */
import { AppError } from '../errors.js';
import type { DayNumber } from '../model/day.js';
import { companyKind } from '../model/registry.js';
import { didYouMean } from '../near-matches.js';
import { findNearIds } from '../records/find-near-ids.js';
import type { GraphStore, Reader, WorkOptions } from '../store/graph-store.js';
import { type Groups, noGroups } from './groups.js';
import { OwnershipMoved, open, openAlong, UnknownCompany } from './opening.js';
import type { OwnershipCache } from './ownership-cache.js';
import type { Scope } from './scope.js';

/** What questions are asked of. */
export interface Graph {
  readonly store: GraphStore;
  readonly ownership: OwnershipCache;
}

export interface Inquiry {
  /** The first statement that it runs gives one row, whatever it finds. */
  readonly reader: Reader;
  readonly groups: Groups;
  readonly scope: Scope;
}

/** The groups on another day, as the graph is now; every company by itself where the question rolls none up. */
export type GroupsOn = (day: DayNumber) => Promise<Groups>;

async function answerFrom<Answer>(
  reader: Reader,
  { ownership }: Graph,
  companies: readonly string[],
  scope: Scope,
  answer: (inquiry: Inquiry, groupsOn: GroupsOn) => Promise<Answer>,
): Promise<Answer> {
  const groupsOf =
    (sequence: number): GroupsOn =>
    (day) =>
      ownership.groupsOn(reader, sequence, day);
  // Whether the groups that were known last still are right is found out along the way.
  const known = scope.rollUp
    ? ownership.lastKnownOn(scope.day)
    : { groups: noGroups, ownershipSequence: undefined };
  if (known !== undefined) {
    const sequence = known.ownershipSequence;
    const groupsOn = sequence === undefined ? async () => noGroups : groupsOf(sequence);
    const along = openAlong(reader, companies, sequence);
    try {
      const answered = await answer({ reader: along, groups: known.groups, scope }, groupsOn);
      await along.finish();
      return answered;
    } catch (error) {
      if (!(error instanceof OwnershipMoved)) throw error;
    }
  }
  const groupsOn = groupsOf(await open(reader, companies));
  return answer({ reader, groups: await groupsOn(scope.day), scope }, groupsOn);
}

/** Rejects with NOT_FOUND, near matches named, if one of the companies does not exist; there may be none. */
export async function ask<Answer>(
  graph: Graph,
  companies: readonly string[],
  scope: Scope,
  answer: (inquiry: Inquiry, groupsOn: GroupsOn) => Promise<Answer>,
  options?: WorkOptions,
): Promise<Answer> {
  const { store } = graph;
  try {
    return await store.read((reader) => answerFrom(reader, graph, companies, scope, answer), options);
  } catch (error) {
    if (!(error instanceof UnknownCompany)) throw error;
    const near = await findNearIds(store, error.id, companyKind.code, options);
    throw new AppError('NOT_FOUND', `There is no company with the id "${error.id}"${didYouMean(near)}`, {
      details: { id: error.id, nearMatches: near },
    });
  }
}
