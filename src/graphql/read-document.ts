/** Reads the text of an operation, and checks it against the schema. */
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

/** Each unknown name is compared with all known ones for a suggestion, so no more faults than these are looked for. */
export const MAX_VALIDATION_ERRORS = 20;

/** Gives what is wrong with a text that is not valid; a syntax error, or more than `maxTokens`, as any other fault. */
export function readDocument(
  schema: GraphQLSchema,
  text: string,
  limits: { readonly maxTokens?: number } = {},
): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(text, limits);
    const faults = validate(schema, document, undefined, { maxErrors: MAX_VALIDATION_ERRORS });
    return faults.length > 0 ? faults : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
