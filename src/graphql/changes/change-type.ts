/** What a change looks like to clients. */
import { ID, Int } from 'type-graphql';
import type { Change } from '../../records/change.js';
import { fieldChanges } from '../../records/field-changes.js';
import { type JsonRecord, parseJson } from '../../records/record-json.js';
import { changeAction } from '../../records/revision.js';
import { NodeType } from '../records/record-types.js';
import { type AnswerField, answerType, nullable, value } from '../types/answer.js';
import { enumOf, recordKind } from '../types/enums.js';
import { DateTimeScalar, JsonScalar } from '../types/scalars.js';

enumOf(changeAction);

const parsed = (json: string | undefined): JsonRecord | undefined =>
  json === undefined ? undefined : parseJson(json);

export const fieldChange = answerType('FieldChange', 'A field that a change gave another value.', {
  field: value(() => String, 'The name of the field: "amount".'),
  before: nullable(value(() => JsonScalar, 'Its value before; null where it had none.')),
  after: nullable(value(() => JsonScalar, 'Its value since; null where it has none.')),
});

/** The record on one side of a change. */
const side = (name: 'before' | 'after', description: string): AnswerField<Change> => ({
  type: () => JsonScalar,
  description,
  isNullable: true,
  resolve: (change) => parsed(change[name]),
});

export const changeType = answerType<Change>(
  'Change',
  'What one write did to one record. Changes are never altered and never go away.',
  {
    sequence: value(() => Int, 'Its number among all changes: the first is 1, and none is left out.'),
    at: value(() => DateTimeScalar, 'When it was written.'),
    actor: value(() => String, 'Who wrote it.'),
    action: value(() => enumOf(changeAction), 'What it did.'),
    reason: nullable(value(() => String, 'Why, if the writer said so.')),
    recordId: value(() => ID, 'The id of the record.'),
    kind: value(() => enumOf(recordKind), 'The kind of the record.'),
    version: value(() => Int, 'The version of the record after it.'),
    record: {
      type: () => NodeType,
      description: 'The record as it is now; null while it is retracted.',
      isNullable: true,
      resolve: ({ recordId }, { loaders }) => loaders.record(recordId),
    },
    before: side('before', 'The whole record before; null where it was new or retracted.'),
    after: side('after', 'The whole record since; null where it was retracted.'),
    fields: {
      type: () => [fieldChange.type],
      description: 'The difference, field by field; a record that was not there has no values.',
      isNullable: false,
      resolve: ({ kind, before, after }) => fieldChanges(kind, parsed(before), parsed(after)),
    },
  },
);

export const changeFeed = answerType('ChangeFeed', 'Changes in the order in which they were made.', {
  changes: value(() => [changeType.type], 'The changes, the oldest first.'),
  lastSequence: value(
    () => Int,
    'The number of the last of these changes: to go on, ask again with `after: lastSequence`. Without a change it is the `after` that was given.',
  ),
  hasMore: value(() => Boolean, 'Whether there are more changes after these.'),
});

export const changeResolvers = [fieldChange, changeType, changeFeed].flatMap(({ resolvers }) => resolvers);
