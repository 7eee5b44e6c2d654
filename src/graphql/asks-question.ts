/** Tells the operations that may take long from those that read a few records. */
import { BREAK, type DocumentNode, type GraphQLSchema, visit } from 'graphql';
import { asksOrWrites } from './limits/field-facts.js';

/** Tells of a document that is valid for the schema whether it asks a question. */
export function questionsOf(schema: GraphQLSchema): (document: DocumentNode) => boolean {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const questions = new Set(fields.filter(asksOrWrites).map(({ name }) => name));
  return (document) => {
    let asks = false;
    visit(document, {
      Field({ name }) {
        asks = questions.has(name.value);
        return asks ? BREAK : undefined;
      },
    });
    return asks;
  };
}
