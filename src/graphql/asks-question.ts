/** Tells the operations that may take long from those that read a few records, and from those that write. */
import { BREAK, type DocumentNode, getOperationAST, OperationTypeNode, visit } from 'graphql';
import { questionNames } from './questions/index.js';

/** The document has to be valid; no operation of it may have the name. */
export function asksQuestion(document: DocumentNode, operationName?: string): boolean {
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.QUERY) return false;
  let asks = false;
  visit(document, {
    Field({ name }) {
      asks = questionNames.has(name.value);
      return asks ? BREAK : undefined;
    },
  });
  return asks;
}
