/** Proves, from the raw graph alone, that it holds all that was acknowledged and no half of anything. */
import { expect } from 'vitest';
import { checkConsistency } from '../../src/records/check-consistency.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { readLog } from '../store/dump-graph.js';

/** A write that its writer was told is done: the reason of its changes, and the number of the last of them. */
export interface Acknowledged {
  readonly token: string;
  readonly sequence: number;
}

interface LoggedDeal {
  readonly id: string;
  readonly supplier: string;
  readonly customer: string;
  readonly summary: string;
  readonly version: number;
  readonly sources: readonly string[];
}

/** What is around each deal in the graph: a lost edge is an empty list, one too many a longer one. */
const dealsWithEdges = `
MATCH (deal:CloudContract)
OPTIONAL MATCH (deal)-[:SUPPLIER]->(supplier)
WITH deal, collect(supplier.id) AS supplier
OPTIONAL MATCH (deal)-[:CUSTOMER]->(customer)
WITH deal, supplier, collect(customer.id) AS customer
OPTIONAL MATCH (deal)-[:EVIDENCED_BY]->(source)
RETURN deal.id AS id, deal.version AS version, deal.summary AS summary,
       supplier AS supplier, customer AS customer, collect(source.id) AS sources
ORDER BY id`;

const flowsOf = (flow: string): string => `
MATCH (from)-[edge:${flow}]->(to)
RETURN edge.dealId AS dealId, from.id AS from, to.id AS to
ORDER BY dealId`;

/** The deals that the log of changes says there are, one change after the other. */
function replay(log: readonly Readonly<Record<string, unknown>>[]): LoggedDeal[] {
  const deals = new Map<string, LoggedDeal>();
  for (const { recordId, kind, after, version } of log) {
    if (kind !== 'CLOUD_CONTRACT') continue;
    deals.delete(recordId as string);
    if (after !== undefined)
      deals.set(recordId as string, { ...JSON.parse(after as string), version: version as number });
  }
  return [...deals.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The numbers of the changes of each write, by its token. */
function sequencesByToken(log: readonly Readonly<Record<string, unknown>>[]): Map<string, number[]> {
  const sequences = new Map<string, number[]>();
  for (const { reason, sequence } of log) {
    if (typeof reason !== 'string') continue;
    sequences.set(reason, [...(sequences.get(reason) ?? []), sequence as number]);
  }
  return sequences;
}

/** Every write is in the log with as many changes as its token says, one after the other; none that was told is missing. */
function expectWritesWhole(
  log: readonly Readonly<Record<string, unknown>>[],
  acknowledged: readonly Acknowledged[],
): void {
  const written = sequencesByToken(log);
  const half = [...written].filter(([token, sequences]) => {
    const [first = 0, last = 0] = [sequences[0], sequences.at(-1)];
    const count = Number(token.split('x')[1]);
    return sequences.length !== count || last - first + 1 !== count;
  });
  expect(half).toEqual([]);
  expect(acknowledged.filter(({ token, sequence }) => written.get(token)?.at(-1) !== sequence)).toEqual([]);
}

/** `acknowledged`: all that was ever told to be done. Every deal is a cloud contract that has a reason. */
export async function expectWhole(store: GraphStore, acknowledged: readonly Acknowledged[]): Promise<void> {
  const [log, ledger] = await readLog(store).then((all) => [all.slice(0, -1), all.at(-1)] as const);
  expect(log.map(({ sequence }) => sequence)).toEqual(log.map((_, index) => index + 1));
  expect(ledger?.sequence).toBe(log.length);
  expectWritesWhole(log, acknowledged);

  const deals = replay(log);
  const { found, supplies, pays } = await store.read(async (reader) => ({
    found: await reader.run(dealsWithEdges),
    supplies: await reader.run(flowsOf('SUPPLIES')),
    pays: await reader.run(flowsOf('PAYS')),
  }));
  expect(found).toEqual(
    deals.map(({ id, version, summary, supplier, customer, sources }) => ({
      ...{ id, version, summary, sources },
      ...{ supplier: [supplier], customer: [customer] },
    })),
  );
  expect(supplies).toEqual(
    deals.map(({ id, supplier, customer }) => ({ dealId: id, from: supplier, to: customer })),
  );
  expect(pays).toEqual(
    deals.map(({ id, supplier, customer }) => ({ dealId: id, from: customer, to: supplier })),
  );
  expect(await store.read(checkConsistency)).toEqual([]);
}
