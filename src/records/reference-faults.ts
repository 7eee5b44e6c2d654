/** What can be wrong with a reference. */
import type { Kind } from '../model/kind.js';
import { kindOf } from '../model/registry.js';
import type { InputPath } from './check-record.js';
import { type RetractedRecord, retractedMessage } from './find-retracted.js';
import { targetKinds, type WrittenReference } from './record-references.js';

/** What somebody wrote where an id or a name was wanted. */
export interface LookedFor {
  readonly text: string;
  /** The kinds of record that it could be of. */
  readonly among: readonly Kind[];
  /** The ids of the records that the name fits, where it fits several; at most five. */
  readonly fits: readonly string[];
}

export interface ReferenceFault {
  readonly code: 'NOT_FOUND' | 'AMBIGUOUS_NAME' | 'VALIDATION_FAILED';
  /** In the record. */
  readonly path: InputPath;
  readonly message: string;
  /** Present where another text would do. */
  readonly lookedFor?: LookedFor;
}

const MOST_SHOWN = 5;

const listed = (ids: readonly string[]): string => {
  const shown = ids.slice(0, MOST_SHOWN).map((id) => `"${id}"`);
  return ids.length > MOST_SHOWN ? `${shown.join(', ')} and others` : shown.join(', ');
};

export const unknownReference = ({ text, path, field }: WrittenReference): ReferenceFault => ({
  code: 'NOT_FOUND',
  path,
  message: `${path[0]}: there is no ${field.to} "${text}"`,
  lookedFor: { text, among: targetKinds(field), fits: [] },
});

export const retractedReference = (
  { text, path }: WrittenReference,
  retracted: RetractedRecord,
): ReferenceFault => ({
  code: 'NOT_FOUND',
  path,
  message: `${path[0]}: ${retractedMessage(text, retracted)}`,
});

export const ambiguousName = (
  { text, path, field }: WrittenReference,
  fits: readonly string[],
): ReferenceFault => ({
  code: 'AMBIGUOUS_NAME',
  path,
  message: `${path[0]}: "${text}" fits ${listed(fits)}; write the id of the one that is meant`,
  lookedFor: { text, among: targetKinds(field), fits: fits.slice(0, MOST_SHOWN) },
});

export const wrongKind = ({ text, path, field }: WrittenReference, code: string): ReferenceFault => ({
  code: 'VALIDATION_FAILED',
  path,
  message: `${path[0]}: "${text}" is a ${kindOf(code).name}, but ${path[0]} wants a ${field.to}`,
});

export const tooFewReferences = ({ text, path, field }: WrittenReference): ReferenceFault => ({
  code: 'VALIDATION_FAILED',
  path: path.slice(0, 1),
  message: `${path[0]}: this names at least ${field.minItems}, but all of these are names of "${text}"`,
});
