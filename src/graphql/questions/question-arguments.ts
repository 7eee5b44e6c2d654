/** What several questions are asked with. */
import { ID, Int } from 'type-graphql';
import { confidence } from '../../model/vocabularies.js';
import { basis } from '../../questions/scope.js';
import { DEFAULT_TIERS, MAX_TIERS } from '../../questions/tier-limits.js';
import { argument, optional } from '../types/arguments.js';
import type { ArgumentDescription } from '../types/decorate.js';
import { dealKind, enumOf } from '../types/enums.js';
import { DayScalar } from '../types/scalars.js';

/** Which deals count, and when. */
export const dealScope: readonly ArgumentDescription[] = [
  optional(
    'on',
    () => DayScalar,
    'The day that it is about: "2023-06-30"; today if left out. Of a month or a year it is the first day.',
  ),
  optional('basis', () => enumOf(basis), 'From when on a deal counts: from its signing on if left out.'),
  optional(
    'minConfidence',
    () => enumOf(confidence),
    'Count only deals at least this sure; all if left out.',
  ),
  optional('includeRumoured', () => Boolean, 'Count deals that are only talked about, too.', false),
];

export const rollUpArgument = optional(
  'rollUp',
  () => Boolean,
  'Treat a company, its ultimate majority owner and all that it majority-owns as one group.',
  true,
);

/** The arguments of a question about groups of companies. */
export const groupScope: readonly ArgumentDescription[] = [...dealScope, rollUpArgument];

export const kindsArgument = optional(
  'kinds',
  () => [enumOf(dealKind)],
  'Count only these kinds of supply; all four if left out.',
);

export const tiersArgument = optional(
  'tiers',
  () => Int,
  `How many tiers to go: 1 to ${MAX_TIERS}; ${DEFAULT_TIERS} if left out.`,
);

export const companyArgument = (name: string, description: string): ArgumentDescription =>
  argument(name, () => ID, description);
