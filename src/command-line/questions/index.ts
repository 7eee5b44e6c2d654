/** All questions that the command line asks, in the order of its help. */
import { oneOf } from '../../near-matches.js';
import { UsageError } from '../usage-error.js';
import { chokePoints } from './choke-points.js';
import { commitments } from './commitments.js';
import { computeSupply } from './compute-supply.js';
import { concentration } from './concentration.js';
import { exposure } from './exposure.js';
import { moneyLoops } from './money-loops.js';
import { paths } from './paths.js';
import { type Question, toWords } from './question.js';
import { reciprocity } from './reciprocity.js';
import { sharedSuppliers } from './shared-suppliers.js';
import { supplyChanges } from './supply-changes.js';
import { timeline } from './timeline.js';

export const questions: readonly Question[] = [
  computeSupply,
  exposure,
  chokePoints,
  sharedSuppliers,
  moneyLoops,
  paths,
  commitments,
  concentration,
  reciprocity,
  timeline,
  supplyChanges,
];

export const questionNames: readonly string[] = questions.map(({ field }) => toWords(field));

/** By its name, compute-supply, or by its field, computeSupply. Throws a UsageError where there is none. */
export function findQuestion(name: string): Question {
  const found = questions.find(({ field }) => name === field || name === toWords(field));
  if (found !== undefined) return found;
  const near = oneOf(name, questionNames, 'the questions are');
  throw new UsageError(`There is no question "${name}"${near}`);
}
