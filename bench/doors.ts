/** The ways to the same graph. */
import type { GraphQLClient } from './contenders/graphql-client.js';
import type { Contender } from './race.js';

/** Runs one statement on an engine, without anything of ours, and gives its rows. */
export type RunCypher = (
  statement: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<unknown[]>;

/** Those over HTTP are asked in processes of their own, the others where the caller is. */
export interface Doors {
  readonly apiOnNeo4j: GraphQLClient;
  readonly neo4jGraphQL: GraphQLClient;
  readonly neo4jDriverOverHttp: RunCypher;
  readonly schemaOnNeo4j: GraphQLClient;
  readonly neo4jDriver: RunCypher;
  readonly apiEmbedded: GraphQLClient;
  readonly schemaEmbedded: GraphQLClient;
  readonly embeddedEngine: RunCypher;
}

/** The contenders of ours. */
const OURS = {
  apiOnNeo4j: 'our API on Neo4j, over HTTP',
  schemaOnNeo4j: 'our schema on Neo4j',
  apiEmbedded: 'our API embedded, over HTTP',
  schemaEmbedded: 'our schema embedded',
} as const;

type Asked = Pick<Contender, 'ask' | 'read'>;

/** How a question is asked at both sorts of door. */
export interface Asking {
  ours(client: GraphQLClient): Asked;
  plain(run: RunCypher): Asked;
}

/** Rivals have the same way to go: one in the process of the caller, or two over HTTP. */
export const contendersAt = (doors: Doors, { ours, plain }: Asking): Contender[] => [
  { name: OURS.apiOnNeo4j, ...ours(doors.apiOnNeo4j) },
  { name: 'neo4j-driver, over HTTP', rivalOf: OURS.apiOnNeo4j, ...plain(doors.neo4jDriverOverHttp) },
  { name: OURS.schemaOnNeo4j, ...ours(doors.schemaOnNeo4j) },
  { name: 'neo4j-driver', rivalOf: OURS.schemaOnNeo4j, ...plain(doors.neo4jDriver) },
  { name: OURS.apiEmbedded, ...ours(doors.apiEmbedded) },
  { name: OURS.schemaEmbedded, ...ours(doors.schemaEmbedded) },
  { name: 'embedded engine', rivalOf: OURS.schemaEmbedded, ...plain(doors.embeddedEngine) },
];

/** A rival on Neo4j that only some questions have. */
export const neo4jGraphQLAt = (
  { neo4jGraphQL }: Doors,
  asking: (client: GraphQLClient) => Asked,
): Contender => ({ name: '@neo4j/graphql 7', rivalOf: OURS.apiOnNeo4j, ...asking(neo4jGraphQL) });
