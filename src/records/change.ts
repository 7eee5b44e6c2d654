/** A change: what one write did to one record, who did it, when and why. It is written once and never touched again. */
import type { Statement } from '../store/graph-store.js';
import { toJson } from './record-json.js';
import { type ChangeAction, type Revision, subjectOf, versionAfter } from './revision.js';
import { statementsOver } from './statements.js';

export interface Change {
  /** Its number among all changes: the first is 1, and none is left out. */
  readonly sequence: number;
  /** When it was written, by the clock of the process that wrote it: ISO 8601, UTC, to the millisecond. */
  readonly at: string;
  readonly actor: string;
  readonly action: ChangeAction;
  readonly reason?: string;
  readonly recordId: string;
  /** The code of the record's kind: CLOUD_CONTRACT. */
  readonly kind: string;
  /** The version of the record after it. */
  readonly version: number;
  /** The record as JSON; absent where it was not there before. */
  readonly before?: string;
  /** The record as JSON; absent where it is not there any more. */
  readonly after?: string;
}

/** Who writes, when and why: kept with every change. */
export interface Authorship {
  readonly actor: string;
  readonly reason?: string;
  readonly now: Date;
}

/** The change that a revision is, under this number. */
export function changeOf(revision: Revision, sequence: number, { actor, reason, now }: Authorship): Change {
  const { id, kind } = subjectOf(revision);
  return {
    sequence,
    at: now.toISOString(),
    actor,
    action: revision.action,
    ...(reason !== undefined && { reason }),
    recordId: id,
    kind,
    version: versionAfter(revision),
    ...(revision.before !== undefined && { before: toJson(revision.before) }),
    ...(revision.after !== undefined && { after: toJson(revision.after) }),
  };
}

const createChange = `
UNWIND $rows AS row
CREATE (change:Change)
SET change = row`;

export const createChanges = (changes: readonly Change[]): Generator<Statement> =>
  statementsOver(
    createChange,
    changes.map((change) => ({ ...change })),
  );

/** A change as JSON, the records in it as JSON too rather than as texts of it. */
export function toChangeJson({ before, after, ...change }: Change): string {
  const records = [
    ...(before === undefined ? [] : [`"before":${before}`]),
    ...(after === undefined ? [] : [`"after":${after}`]),
  ];
  return [JSON.stringify(change).slice(0, -1), ...records].join(',').concat('}');
}
