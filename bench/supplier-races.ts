/** The races over records and supply: the same questions at all doors. */
import { scopeOf } from '../src/questions/scope.js';
import { companyById, supplierLevels, supplyTiers } from './contenders/plain-cypher.js';
import { contendersAt, type Doors, neo4jGraphQLAt } from './doors.js';
import { questionDay } from './generated-graph.js';
import type { Race } from './race.js';

const { day, kinds, confidences } = scopeOf({ on: questionDay });
const scope = { day, kinds, confidences };

/** How one question is put at each sort of door, and what its answer means. */
interface Wording {
  readonly ours: string;
  readonly readOurs: (data: never) => unknown;
  readonly neo4jGraphQL: string;
  readonly readNeo4jGraphQL: (data: never) => unknown;
  readonly cypher: string;
  readonly readRows: (rows: never) => unknown;
}

function raceOf(question: string, inputs: readonly string[], wording: Wording, doors: Doors): Race {
  const contenders = contendersAt(doors, {
    ours: (client) => ({
      ask: (id) => client.ask(wording.ours, { id, on: questionDay }),
      read: (data) => wording.readOurs(data as never),
    }),
    plain: (run) => ({
      ask: (id) => run(wording.cypher, { id, ...scope }),
      read: (rows) => wording.readRows(rows as never),
    }),
  });
  const neo4jGraphQL = neo4jGraphQLAt(doors, (client) => ({
    ask: (id) => client.ask(wording.neo4jGraphQL, { id, ...scope }),
    read: (data) => wording.readNeo4jGraphQL(data as never),
  }));
  return { question, inputs, contenders: [...contenders, neo4jGraphQL] };
}

const pointRead: Wording = {
  ours: 'query ($id: ID!) { company(id: $id) { id name country roles } }',
  readOurs: ({ company }: { company: unknown }) => company,
  neo4jGraphQL: 'query ($id: ID!) { companies(where: { id: { eq: $id } }) { id name country roles } }',
  readNeo4jGraphQL: ({ companies }: { companies: readonly unknown[] }) => companies[0],
  cypher: companyById,
  readRows: ([row]: readonly unknown[]) => row,
};

interface OurNode {
  readonly id: string;
  readonly name: string;
  readonly suppliers?: { readonly nodes: readonly OurNode[] };
}

const plainNode = ({ id, name, suppliers }: OurNode): object =>
  suppliers === undefined ? { id, name } : { id, name, suppliers: suppliers.nodes.map(plainNode) };

const nest = (levels: number, one: (inner: string) => string): string =>
  levels === 0 ? '' : one(nest(levels - 1, one));

const levelsOf = (levels: number): Wording => ({
  ours: `query ($id: ID!, $on: Day!) { company(id: $id) { id name ${nest(
    levels,
    (inner) => `suppliers(first: 10, on: $on) { nodes { id name ${inner} } }`,
  )} } }`,
  readOurs: ({ company }: { company: OurNode }) => plainNode(company),
  neo4jGraphQL: `query ($id: ID!, $day: Int!, $kinds: [String!]!, $confidences: [String!]!) {
    companies(where: { id: { eq: $id } }) { id name ${nest(
      levels,
      (inner) =>
        `suppliers(first: 10, day: $day, kinds: $kinds, confidences: $confidences) { id name ${inner} }`,
    )} } }`,
  readNeo4jGraphQL: ({ companies }: { companies: readonly unknown[] }) => companies[0],
  cypher: supplierLevels(levels),
  readRows: ([row]: readonly unknown[]) => row,
});

interface PlainSupplier {
  readonly tier: number;
  readonly company: string;
  readonly deals: readonly string[];
}

interface Supplier {
  readonly company: { readonly id: string };
  readonly deals: readonly { readonly id: string }[];
}

interface TierSupplier extends Supplier {
  readonly tier: number;
}

interface SupplyChain {
  readonly tiers: readonly { readonly tier: number; readonly suppliers: readonly Supplier[] }[];
}

const toPlain = ({ tier, company, deals }: TierSupplier): PlainSupplier => ({
  tier,
  company: company.id,
  deals: deals.map(({ id }) => id),
});

const inOrder = (suppliers: readonly PlainSupplier[]): readonly PlainSupplier[] =>
  suppliers
    .map(({ tier, company, deals }) => ({ tier, company, deals: [...deals].sort() }))
    .sort((one, other) => one.tier - other.tier || (one.company < other.company ? -1 : 1));

/** Groups are ours alone, so the comparison is without them. */
const supply: Wording = {
  ours: `query ($id: ID!, $on: Day!) { computeSupply(of: $id, on: $on, tiers: 4, rollUp: false) {
    tiers { tier suppliers { company { id } deals { id } } } } }`,
  readOurs: ({ computeSupply }: { computeSupply: SupplyChain }) =>
    inOrder(
      computeSupply.tiers.flatMap(({ tier, suppliers }) =>
        suppliers.map((supplier) => toPlain({ ...supplier, tier })),
      ),
    ),
  neo4jGraphQL: `query ($id: ID!, $day: Int!, $kinds: [String!]!, $confidences: [String!]!) {
    supplyTiers(id: $id, day: $day, kinds: $kinds, confidences: $confidences) { tier company { id } deals { id } } }`,
  readNeo4jGraphQL: ({ supplyTiers: suppliers }: { supplyTiers: readonly TierSupplier[] }) =>
    inOrder(suppliers.map(toPlain)),
  cypher: supplyTiers,
  readRows: (rows: readonly { readonly supplier: PlainSupplier }[]) =>
    inOrder(rows.map(({ supplier }) => supplier)),
};

export const supplierRaces = (inputs: readonly string[], doors: Doors): Race[] => [
  raceOf('a company by its id', inputs, pointRead, doors),
  ...[1, 2, 4].map((levels) =>
    raceOf(`${levels} level${levels === 1 ? '' : 's'} of suppliers`, inputs, levelsOf(levels), doors),
  ),
  raceOf('computeSupply, 4 tiers', inputs, supply, doors),
];
