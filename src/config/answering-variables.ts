/** Where questions are answered: the variables about threads. */
import { z } from 'zod';
import { whole } from './variable.js';

export const answeringVariables = {
  ANSWER_THREADS: z.coerce
    .number()
    .int()
    .min(0)
    .max(64)
    .optional()
    .describe(
      'How many threads answer the questions of a large graph, each with a copy of its own of what questions go by: some 400 MB where there are 400,000 deals. 0: none, the process answers itself. Absent: one for each core, four at most.',
    ),
  ANSWER_IN_THREADS_FROM: whole(200_000, 0, 1_000_000_000).describe(
    'From how many flows between companies on a graph is large; a deal has one to three.',
  ),
};
