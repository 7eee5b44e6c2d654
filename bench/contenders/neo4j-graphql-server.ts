/**
 * Serves @neo4j/graphql over the nodes and edges that our import has written. Its nested connections give an edge for each
 * deal, so that a supplier comes several times; a field with Cypher of its own says what ours says, and is faster.
 */
import { ApolloServer } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import { Neo4jGraphQL } from '@neo4j/graphql';
import fastify from 'fastify';
import { openDriver } from './neo4j-driver.js';
import { counts, supplyTiers } from './plain-cypher.js';

const scope = 'day: Int!, kinds: [String!]!, confidences: [String!]!';

const firstSuppliers = `
MATCH (this)<-[flow:SUPPLIES]-(supplier:Company)
WHERE ${counts('flow')}
WITH DISTINCT supplier ORDER BY supplier.id LIMIT $first
RETURN supplier`;

const supplyObjects = `
CALL () { ${supplyTiers} }
RETURN {
  tier: supplier.tier, company: {id: supplier.company}, deals: [deal IN supplier.deals | {id: deal}]
} AS supplier`;

const typeDefs = `
type Company @node {
  id: ID!
  name: String!
  country: String!
  roles: [String!]!
  suppliers(first: Int!, ${scope}): [Company!]! @cypher(statement: """${firstSuppliers}""", columnName: "supplier")
}
type TierCompany { id: ID! }
type TierDeal { id: ID! }
type TierSupplier { tier: Int! company: TierCompany! deals: [TierDeal!]! }
type Query {
  supplyTiers(id: ID!, ${scope}): [TierSupplier!]! @cypher(statement: """${supplyObjects}""", columnName: "supplier")
}`;

const driver = openDriver(process.env);
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const apollo = new ApolloServer({ schema, cache: 'bounded', stopOnTerminationSignals: false });
await apollo.start();
const server = fastify();
await server.register(fastifyApollo(apollo));
process.stdout.write(`${await server.listen({ port: 0 })}/graphql\n`);
