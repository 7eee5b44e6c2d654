/** The types of the answers to questions. Answers hold ids; the records behind them are loaded when they are asked for. */
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../context.js';
import { typeNamed } from '../records/record-types.js';
import { bareRecords, createIdCheck } from './bare-record.js';
import { createFieldResolvers, createObjectType, type GraphQLClass, type ResolvedField } from './decorate.js';

/** A field of an answer, still without the name under which it stands. */
export interface AnswerField<Root> {
  readonly description: string;
  readonly isNullable: boolean;
  readonly type: () => unknown;
  /** Absent where the answer holds the value itself, under the field's name. */
  readonly resolve?: (
    root: Root,
    context: RequestContext,
    args: Readonly<Record<string, unknown>>,
    info: GraphQLResolveInfo,
  ) => unknown;
}

/** A value that the answer holds. */
export const value = (type: () => unknown, description: string): AnswerField<unknown> => ({
  type,
  description,
  isNullable: false,
});

export const nullable = <Root>(field: AnswerField<Root>): AnswerField<Root> => ({
  ...field,
  isNullable: true,
});

/** A field whose records are loaded when it is asked for. */
type LoadedField<Root> = Required<AnswerField<Root>>;

/** The record with the id that `read` gives. */
export function record<Root>(
  typeName: string,
  description: string,
  read: (root: Root) => string,
): LoadedField<Root> {
  const bare = bareRecords(typeName);
  const asksOnlyForId = createIdCheck();
  return {
    type: () => typeNamed(typeName),
    description,
    isNullable: false,
    resolve: (root, { loaders }, _args, info) =>
      asksOnlyForId(info) ? bare(read(root)) : loaders.record(read(root)),
  };
}

export const company = <Root>(description: string, read: (root: Root) => string): LoadedField<Root> =>
  record('Company', description, read);

/** The records with the ids that `read` gives, in that order. */
export function records<Root>(
  typeName: string,
  description: string,
  read: (root: Root) => readonly string[],
): LoadedField<Root> {
  const bare = bareRecords(typeName);
  const asksOnlyForId = createIdCheck();
  return {
    type: () => [typeNamed(typeName)],
    description,
    isNullable: false,
    resolve: (root, { loaders }, _args, info) =>
      asksOnlyForId(info) ? read(root).map(bare) : loaders.records(read(root)),
  };
}

export const companies = <Root>(
  description: string,
  read: (root: Root) => readonly string[],
): LoadedField<Root> => records('Company', description, read);

export const deals = <Root>(
  description: string,
  read: (root: Root) => readonly string[],
): LoadedField<Root> => records('Deal', description, read);

export interface AnswerType {
  readonly type: GraphQLClass;
  /** The resolver classes that it needs; empty where the answer holds all values itself. */
  readonly resolvers: readonly GraphQLClass[];
}

export function answerType<Root>(
  name: string,
  description: string,
  fields: Readonly<Record<string, AnswerField<Root>>>,
): AnswerType {
  const named = Object.entries(fields).map(([fieldName, field]) => ({ name: fieldName, ...field }));
  const type = createObjectType(name, description, named);
  const resolved = named.filter((field) => field.resolve !== undefined) as ResolvedField<RequestContext>[];
  return { type, resolvers: resolved.length === 0 ? [] : [createFieldResolvers(type, resolved)] };
}
