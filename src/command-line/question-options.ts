/** The options that each question alone has, for completion; its help tells what they mean. */
import { type ArgumentFacts, describeField } from '../graphql/describe-field.js';
import type { CompletableOption, CompletableWord } from './completion.js';
import { questions } from './questions/index.js';
import { toWords } from './questions/question.js';
import { productSchema } from './schema.js';

function toOptions({ name, valueType, allowed }: ArgumentFacts): CompletableOption[] {
  const word = toWords(name);
  if (valueType !== 'Boolean') return [{ flag: `--${word}`, values: allowed }];
  return [{ flag: `--${word}` }, { flag: `--no-${word}` }];
}

export const completableQuestions = (): CompletableWord[] =>
  questions.map(({ field }) => ({
    name: toWords(field),
    options: describeField(productSchema(), field).args.flatMap(toOptions),
  }));
