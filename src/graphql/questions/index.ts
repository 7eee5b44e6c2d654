/** All questions. */
import type { GraphQLClass } from '../types/decorate.js';
import { chokePointsQuestion } from './choke-points.js';
import { commitmentsQuestion } from './commitments.js';
import { concentrationQuestion } from './concentration.js';
import { connectionQuestions } from './connections.js';
import { moneyLoopsQuestion } from './money-loops.js';
import { reciprocityQuestion } from './reciprocity.js';
import { sharedSuppliersQuestion } from './shared-suppliers.js';
import { supplyChangesQuestion } from './supply-changes.js';
import { tierQuestions } from './tiers.js';
import { timelineQuestion } from './timeline.js';

export { questionNames } from './question.js';

export const questionResolvers: readonly GraphQLClass[] = [
  ...tierQuestions,
  ...supplyChangesQuestion,
  ...sharedSuppliersQuestion,
  ...chokePointsQuestion,
  ...moneyLoopsQuestion,
  ...connectionQuestions,
  ...commitmentsQuestion,
  ...concentrationQuestion,
  ...reciprocityQuestion,
  ...timelineQuestion,
];
