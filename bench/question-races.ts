/** The races over all questions of the analysts, beside the best Cypher that an expert would send for each. */
import type { Doors } from './doors.js';
import { moneyQuestionRaces } from './money-question-races.js';
import type { Race } from './race.js';
import { supplyQuestionRaces } from './supply-question-races.js';
import { tieQuestionRaces } from './tie-question-races.js';

export const questionRaces = (doors: Doors): Race[] => [
  ...supplyQuestionRaces(doors),
  ...moneyQuestionRaces(doors),
  ...tieQuestionRaces(doors),
];
