/** What a write does to one record. */
import type { AnyRecord } from '../model/kind.js';
import { type ValueOf, vocabulary } from '../model/vocabulary.js';

export const changeAction = vocabulary('ChangeAction', 'What a change did to a record.', {
  CREATED: 'It was written for the first time.',
  UPDATED: 'It was given other values.',
  RETRACTED: 'It was taken back: it counts no more, but its history stays, and it can be restored.',
  RESTORED: 'It was brought back as it was before it was retracted.',
});
export type ChangeAction = ValueOf<typeof changeAction>;

/** A record before and after: without `before` it is new or restored, without `after` it is retracted. */
export type Revision =
  | { readonly action: 'CREATED' | 'RESTORED'; readonly before?: undefined; readonly after: AnyRecord }
  | { readonly action: 'UPDATED'; readonly before: AnyRecord; readonly after: AnyRecord }
  | { readonly action: 'RETRACTED'; readonly before: AnyRecord; readonly after?: undefined };

/** The record that a revision is about, as it is afterwards, or as it was last. */
export const subjectOf = (revision: Revision): AnyRecord =>
  revision.action === 'RETRACTED' ? revision.before : revision.after;

/** How often the record was written, retracted or restored, this time included. */
export const versionAfter = (revision: Revision): number =>
  revision.action === 'RETRACTED' ? revision.before.version + 1 : revision.after.version;
