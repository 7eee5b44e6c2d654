/** All questions. */
import type { GraphQLClass } from '../types/decorate.js';
import { tierQuestions } from './tiers.js';

export const questionResolvers: readonly GraphQLClass[] = [...tierQuestions];
