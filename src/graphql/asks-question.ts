/** Tells the operations that may take long from those that read a few records, and from those that write. */
import { BREAK, type DocumentNode, type OperationDefinitionNode, OperationTypeNode, visit } from 'graphql';
import { questionNames } from './questions/index.js';

/** The document has to be valid, and the operation one of its own. */
export function asksQuestion(document: DocumentNode, { operation }: OperationDefinitionNode): boolean {
  if (operation !== OperationTypeNode.QUERY) return false;
  let asks = false;
  visit(document, {
    Field({ name }) {
      asks = questionNames.has(name.value);
      return asks ? BREAK : undefined;
    },
  });
  return asks;
}
