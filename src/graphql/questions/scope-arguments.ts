/** The arguments that all questions share: which deals count, and when. */

import { ArgsType, Field } from 'type-graphql';
import type { Day } from '../../model/day.js';
import { type Confidence, confidence } from '../../model/vocabularies.js';
import { type Basis, basis, type ScopeInput } from '../../questions/scope.js';
import type { ArgumentDescription } from '../types/decorate.js';
import { dealKind, enumOf } from '../types/enums.js';
import { DayScalar } from '../types/scalars.js';

const descriptions = {
  on: 'The day that it is about: "2023-06-30"; today if left out. Of a month or a year it is the first day.',
  basis: 'From when on a deal counts: SIGNED (from its announcement on) if left out.',
  minConfidence: 'Count only deals at least this sure; all if left out.',
  includeRumoured: 'Count deals that are only talked about, too.',
  rollUp: 'Treat a company, its majority owner and all that it majority-owns as one group.',
} as const;

@ArgsType()
export class ScopeArguments implements ScopeInput {
  @Field(() => DayScalar, { nullable: true, description: descriptions.on })
  on?: Day;

  @Field(() => enumOf(basis), { nullable: true, description: descriptions.basis })
  basis?: Basis;

  @Field(() => enumOf(confidence), { nullable: true, description: descriptions.minConfidence })
  minConfidence?: Confidence;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: descriptions.includeRumoured })
  includeRumoured?: boolean;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: descriptions.rollUp })
  rollUp?: boolean;
}

@ArgsType()
export class SupplyScopeArguments extends ScopeArguments {
  @Field(() => [enumOf(dealKind)], {
    nullable: true,
    description: 'Count only these kinds of supply; all four if left out.',
  })
  kinds?: string[];
}

const optional = { isNullable: true } as const;

/** The same arguments, for fields that are made from a specification. */
export const scopeArguments: readonly ArgumentDescription[] = [
  { name: 'on', ...optional, description: descriptions.on, type: () => DayScalar },
  { name: 'basis', ...optional, description: descriptions.basis, type: () => enumOf(basis) },
  {
    name: 'minConfidence',
    ...optional,
    description: descriptions.minConfidence,
    type: () => enumOf(confidence),
  },
  {
    name: 'includeRumoured',
    ...optional,
    description: descriptions.includeRumoured,
    type: () => Boolean,
    defaultValue: false,
  },
];

/** Arguments without the nulls that a client may send for what it leaves out. */
export function withoutNulls<Input extends object>(
  input: Input,
): { [Key in keyof Input]: Exclude<Input[Key], null> } {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) as {
    [Key in keyof Input]: Exclude<Input[Key], null>;
  };
}
