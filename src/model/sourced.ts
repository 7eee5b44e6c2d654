/** Fields that many kinds share. */
import { choice, listOf, reference, required, someOf, text } from './field.js';
import { confidence } from './vocabularies.js';

export const MAX_SUMMARY_LENGTH = 2000;

const source = reference('Source', 'EVIDENCED_BY', 'Where the facts of this record were read.');

/** Sources of a fact: at least one, for there is no fact without a source. */
export const evidence = someOf(source);
/** Sources of a record that only names something. */
export const furtherSources = listOf(source);

export const summary = text('What it is, in a sentence or two of our own.', {
  maxLength: MAX_SUMMARY_LENGTH,
  searchWeight: 1,
});
export const aliases = listOf(
  text('Other names that it goes by, in any language or script.', { searchWeight: 9 }),
);
export const recordName = (description: string) => required(text(description, { searchWeight: 10 }));
export const certainty = choice(confidence, 'Who says so, the surest first.');
