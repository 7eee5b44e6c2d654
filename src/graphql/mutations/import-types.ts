/** What an import answers with. */
import { ID, Int } from 'type-graphql';
import type { RecordDifference } from '../../facts/differences.js';
import { type Fault, MAX_FAULTS } from '../../facts/fault.js';
import type { ImportPreview } from '../../facts/import-facts.js';
import { importFormat } from '../../facts/read-facts.js';
import { changeAction } from '../../records/revision.js';
import type { WriteFault } from '../../records/write-fault.js';
import { fieldChange } from '../changes/change-type.js';
import { answerType, nullable, value } from '../types/answer.js';
import { enumOf, recordKind } from '../types/enums.js';
import { userError } from './user-error.js';

enumOf(importFormat);
const importFault = answerType<Fault>('ImportFault', 'What is wrong with the text of an import, and where.', {
  file: value(() => String, 'Always "input" here; the command line names the file.'),
  line: value(() => Int, 'The line, from 1.'),
  column: value(() => Int, 'The column, from 1.'),
  message: value(() => String, 'What was wrong and what to do, for people.'),
});

const difference = answerType<RecordDifference>(
  'RecordDifference',
  'What an import would do to one record.',
  {
    recordId: value(() => ID, 'The id of the record.'),
    kind: value(() => enumOf(recordKind), 'The kind of the record.'),
    action: value(() => enumOf(changeAction), 'CREATED or UPDATED.'),
    fields: value(() => [fieldChange.type], 'The fields that would differ.'),
  },
);

export interface ImportOutcome extends ImportPreview {
  readonly dryRun: boolean;
  readonly lastSequence?: number;
  readonly faults: readonly Fault[];
  readonly moreFaults: number;
  readonly userErrors: readonly WriteFault[];
}

export const importPayload = answerType<ImportOutcome>(
  'ImportPayload',
  'What an import did, or would do, or why it was refused.',
  {
    dryRun: value(() => Boolean, 'Whether it was only tried: nothing is written then.'),
    created: value(() => Int, 'How many records were not there before.'),
    updated: value(() => Int, 'How many were given other values.'),
    unchanged: value(() => Int, 'How many say what the graph says already.'),
    lastSequence: nullable(
      value(() => Int, 'The number of the last change; null where it was only tried, or refused.'),
    ),
    differences: value(
      () => [difference.type],
      'Of a dry run: what would be written, the first 1,000 records in the order of the text.',
    ),
    moreDifferences: value(() => Int, 'Of a dry run: how many more records would be written.'),
    faults: value(() => [importFault.type], `What is wrong with the text, the first ${MAX_FAULTS}.`),
    moreFaults: value(() => Int, 'How many more there are.'),
    userErrors: value(
      () => [userError.type],
      'Why it was refused, and nothing written; the faults of the text each once, with line and column before the message.',
    ),
  },
);

export const importResolvers = [importFault, difference, importPayload].flatMap(({ resolvers }) => resolvers);
