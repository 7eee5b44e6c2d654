/** Has Apollo Server run operations as we do: by its way for an executor of one's own, which keeps all else as it is. */
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { asksQuestion } from '../graphql/asks-question.js';
import type { Asker } from '../graphql/context.js';
import { runOperation } from '../graphql/run-operation.js';

export interface QueryText {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** Answers a valid operation elsewhere; undefined where it is to be answered here. */
export type AnswerAside = (asked: QueryText, asker: Asker) => Promise<ExecutionResult> | undefined;

/** The context that Apollo passes to it has to be an Asker. */
export function operationRunner(
  schema: GraphQLSchema,
  answerAside: AnswerAside,
): ApolloServerOptionsWithGateway<Asker>['gateway'] {
  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      async executor({ document, source, request: { operationName, variables }, context }) {
        const asker = context as Asker;
        const aside = asksQuestion(document, operationName)
          ? await answerAside({ text: source, operationName, variables }, asker)
          : undefined;
        // What could not be run at all costs nothing, and says more of its faults here.
        if (aside?.data !== undefined) return aside;
        return runOperation({ schema, document, operationName, variableValues: variables }, asker);
      },
    }),
    stop: async () => undefined,
  };
}
