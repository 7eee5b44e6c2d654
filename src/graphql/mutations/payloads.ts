/** What a write answers with. */
import type { WriteOutcome } from '../../records/attempt-write.js';
import { changeType } from '../changes/change-type.js';
import { type AnswerType, answerType, nullable, value } from '../types/answer.js';
import { userError } from './user-error.js';

/** The payload of a mutation that writes records of one GraphQL type. */
export const payloadOf = (name: string, recordType: () => unknown): AnswerType =>
  answerType<WriteOutcome>(`${name}Payload`, 'What a write did, or why it was refused.', {
    record: nullable(
      value(recordType, 'The record as it is now; null where it is retracted, or the write was refused.'),
    ),
    change: nullable(
      value(
        () => changeType.type,
        'What was written; null where there was nothing to change, or the write was refused.',
      ),
    ),
    userErrors: {
      ...value(() => [userError.type], 'Why the write was refused; empty where it was not.'),
      resolve: ({ faults }) => faults,
    },
  });
