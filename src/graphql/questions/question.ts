/** How a question becomes a field of `Query`, and what it passes to the function that answers. */
import type { RequestContext } from '../context.js';
import type { AnswerType } from '../types/answer.js';
import {
  type ArgumentDescription,
  createQueries,
  type GraphQLClass,
  type ResolvedField,
} from '../types/decorate.js';

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
