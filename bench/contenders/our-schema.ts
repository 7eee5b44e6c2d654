/** Our schema over a store, executed where the caller is: as an expert's statement is sent, without HTTP or JSON on the way. */
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { shareGraph } from '../../src/graphql/context.js';
import { runOperation } from '../../src/graphql/run-operation.js';
import { createSnapshots } from '../../src/snapshot/snapshots.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import type { GraphQLClient } from './graphql-client.js';

export function openOurSchema(store: GraphStore, schema: GraphQLSchema): GraphQLClient {
  const graph = shareGraph({ store, snapshots: createSnapshots(store) });
  const ended = new AbortController();
  const documents = new Map<string, DocumentNode>();
  const documentOf = (query: string): DocumentNode => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return document;
  };
  return {
    async ask(query, variableValues) {
      const { data, errors } = await runOperation(
        { schema, document: documentOf(query), variableValues },
        { graph, actor: undefined, signal: ended.signal },
      );
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data;
    },
    close: async () => ended.abort(),
  };
}
