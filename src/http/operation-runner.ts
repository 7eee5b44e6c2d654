/** Has Apollo Server run operations as we do: by its way for an executor of one's own, which keeps all else as it is. */
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Asker } from '../graphql/context.js';
import { runOperation } from '../graphql/run-operation.js';

/** The context that Apollo passes to it has to be an Asker. */
export const operationRunner = (schema: GraphQLSchema): ApolloServerOptionsWithGateway<Asker>['gateway'] => ({
  onSchemaLoadOrUpdate(tell) {
    tell({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  load: async () => ({
    executor: ({ document, request, context }) =>
      runOperation(
        { schema, document, operationName: request.operationName, variableValues: request.variables },
        context as Asker,
      ),
  }),
  stop: async () => undefined,
});
