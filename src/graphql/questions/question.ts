/** How a question becomes a field of `Query`: its arguments, and what it passes to the function that answers. */
import { ID, Int } from 'type-graphql';
import { validationFailed } from '../../errors.js';
import { idSchema } from '../../model/id.js';
import { confidence } from '../../model/vocabularies.js';
import { basis } from '../../questions/scope.js';
import { DEFAULT_TIERS, MAX_TIERS } from '../../questions/tier-limits.js';
import type { RequestContext } from '../context.js';
import type { AnswerType } from '../types/answer.js';
import {
  type ArgumentDescription,
  createQueries,
  type GraphQLClass,
  type ResolvedField,
} from '../types/decorate.js';
import { dealKind, enumOf } from '../types/enums.js';
import { DayScalar } from '../types/scalars.js';

export const argument = (name: string, type: () => unknown, description: string): ArgumentDescription => ({
  name,
  type,
  description,
  isNullable: false,
});

export const optional = (
  name: string,
  type: () => unknown,
  description: string,
  defaultValue?: unknown,
): ArgumentDescription => ({
  name,
  type,
  description,
  isNullable: true,
  defaultValue,
});

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

/** An id that can be looked for; rejects with VALIDATION_FAILED what can't be one. */
export function checkId(id: unknown, path: string): string {
  const result = idSchema.safeParse(id);
  if (result.success) return result.data;
  throw validationFailed(result.error.issues[0]?.message ?? 'this is not an id', { path: [path] });
}

const names = new Set<string>();

/** The names of all questions that were defined, as fields of `Query`. */
export const questionNames: ReadonlySet<string> = names;

/** The resolver class of the field that asks it. */
export function createQuestion(className: string, field: ResolvedField<RequestContext>): GraphQLClass {
  names.add(field.name);
  return createQueries(className, [field]);
}

export interface QuestionDefinition {
  readonly name: string;
  readonly description: string;
  readonly args: readonly ArgumentDescription[];
  readonly answer: AnswerType;
  /** Types inside the answer that need resolvers of their own. */
  readonly parts: readonly AnswerType[];
  resolve(args: Readonly<Record<string, unknown>>, context: RequestContext): Promise<unknown>;
}

/** The resolver classes of a question. */
export function defineQuestion({
  name,
  description,
  args,
  answer,
  parts,
  resolve,
}: QuestionDefinition): GraphQLClass[] {
  const field: ResolvedField<RequestContext> = {
    name,
    description,
    isNullable: false,
    type: () => answer.type,
    args,
    resolve: (_root, context, given) => resolve(given, context),
  };
  return [
    createQuestion(`${answer.type.name}Question`, field),
    ...[answer, ...parts].flatMap((type) => type.resolvers),
  ];
}
