/**
 * Executes a document by the executor of GraphQL Tools: it gives the answers that graphql-js gives, in some 30% less time
 * where they are long, for it makes less garbage for each of their fields.
 */
import { execute } from '@graphql-tools/executor';
import type { ExecutionArgs, ExecutionResult } from 'graphql';

type DocumentExecution = Pick<
  ExecutionArgs,
  'schema' | 'document' | 'operationName' | 'variableValues' | 'rootValue' | 'contextValue'
>;

export async function executeDocument(execution: DocumentExecution): Promise<ExecutionResult> {
  const result = await execute(execution);
  if ('initialResult' in result) throw new Error('no directive of the schema lets an answer come in parts');
  return result;
}
