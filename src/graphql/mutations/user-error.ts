/** Faults that a writer can mend, as data. */
import { Float, Int } from 'type-graphql';
import { errorCodes } from '../../errors.js';
import { vocabulary } from '../../model/vocabulary.js';
import type { NameMatch } from '../../records/match-names.js';
import type { WriteFault } from '../../records/write-fault.js';
import { NodeType } from '../records/record-types.js';
import { answerType, nullable, records, value } from '../types/answer.js';
import { enumOf } from '../types/enums.js';

const errorCode = vocabulary(
  'ErrorCode',
  'What went wrong.',
  Object.fromEntries(Object.entries(errorCodes).map(([code, { meaning }]) => [code, meaning])),
);
enumOf(errorCode);

const nameCandidate = answerType<NameMatch>(
  'NameCandidate',
  'A record that a name may mean, and how likely.',
  {
    node: { ...value(() => NodeType, 'The record.'), resolve: ({ record }) => record },
    score: value(() => Float, 'How alike the names are, from 0 to 1; 1 is the same.'),
    matchedOn: value(() => String, 'The name, alias, ticker or id of the record that fits best.'),
  },
);

export const userError = answerType<WriteFault>(
  'UserError',
  'Why a write was refused. Nothing is written where there is one.',
  {
    code: value(() => enumOf(errorCode), 'What went wrong, for programs.'),
    path: {
      ...value(() => [String], 'Where in the arguments: `["input", "amount", "basis"]`.'),
      resolve: ({ path }) => path.map(String),
    },
    message: value(() => String, 'What was wrong and what to do, for people.'),
    candidates: {
      ...value(
        () => [nameCandidate.type],
        'For AMBIGUOUS_NAME the records that the name fits, at most 5; for NOT_FOUND the nearest ones, best first; else none.',
      ),
      resolve: ({ candidates }) => candidates ?? [],
    },
    currentVersion: nullable(
      value(() => Int, 'For VERSION_CONFLICT: the version that the record has now; 0 where it is not there.'),
    ),
    referredBy: records<WriteFault>(
      'Node',
      'Where a record can not be retracted: some of the records that refer to it, at most 10.',
      ({ referredBy }) => referredBy ?? [],
    ),
  },
);

export const userErrorResolvers = [...nameCandidate.resolvers, ...userError.resolvers];
