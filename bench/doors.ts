/** The ways to the same graph. */
import type { GraphQLClient } from './contenders/graphql-client.js';

/** Runs one statement on an engine, without anything of ours, and gives its rows. */
export type RunCypher = (
  statement: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<unknown[]>;

export interface Doors {
  readonly apiOnNeo4j: GraphQLClient;
  readonly schemaOnNeo4j: GraphQLClient;
  readonly neo4jGraphQL: GraphQLClient;
  readonly neo4jDriver: RunCypher;
  readonly apiEmbedded: GraphQLClient;
  readonly embeddedEngine: RunCypher;
}

/** The contenders of ours. */
export const OURS = {
  onNeo4j: 'our API on Neo4j',
  inProcess: 'our schema on Neo4j, without HTTP',
  embedded: 'our API, embedded',
} as const;
