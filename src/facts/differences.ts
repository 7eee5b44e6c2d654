/** What an import would do to one record, field by field. */
import type { AnyRecord } from '../model/kind.js';
import { type FieldChange, fieldChanges } from '../records/field-changes.js';
import { type JsonRecord, parseJson, toJson } from '../records/record-json.js';
import { type ChangeAction, type Revision, subjectOf } from '../records/revision.js';

export interface RecordDifference {
  readonly recordId: string;
  /** The code of its kind: CLOUD_CONTRACT. */
  readonly kind: string;
  readonly action: ChangeAction;
  readonly fields: readonly FieldChange[];
}

const asJson = (record: AnyRecord | undefined): JsonRecord | undefined =>
  record === undefined ? undefined : parseJson(toJson(record));

export function differenceOf(revision: Revision): RecordDifference {
  const { id, kind } = subjectOf(revision);
  const fields = fieldChanges(kind, asJson(revision.before), asJson(revision.after));
  return { recordId: id, kind, action: revision.action, fields };
}
