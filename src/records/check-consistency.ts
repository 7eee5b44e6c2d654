/** Proves that what is derived from the records agrees with them: flow edges, relationships, names, and that nothing dangles. */
import type { AnyRecord } from '../model/kind.js';
import { kinds } from '../model/registry.js';
import type { Reader } from '../store/graph-store.js';
import { type CastEdge, castFlows } from './cast-flows.js';
import { checkNameKeys, countNameKeys } from './check-name-keys.js';
import { flows } from './flows.js';
import { groupBy } from './group-by.js';
import { BATCH_SIZE } from './in-batches.js';
import { scanRecords } from './scan-records.js';
import { type Relationship, relationshipsOf } from './write-edges.js';

/** More faults than these are not listed: they have one cause. */
const MAX_FAULTS = 100;

const flowsBetween = (flow: string): string => `
UNWIND $rows AS row
MATCH (:Company {id: row.from})-[edge:${flow} {dealId: row.dealId}]->(:Company {id: row.to})
RETURN row.dealId AS dealId, properties(edge) AS properties
ORDER BY dealId`;

const countFlows = (flow: string): string =>
  `MATCH (:Company)-[edge:${flow}]->(:Company) RETURN count(edge) AS total`;

const relationshipsFrom = `
UNWIND $ids AS id
MATCH (record:Entity {id: id})-[tie]->(target:Entity)
WHERE NOT type(tie) IN $flows
RETURN id AS from, type(tie) AS type, target.id AS to
ORDER BY from, type, to`;

const canonical = (properties: object): string =>
  JSON.stringify(Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1)));

async function checkFlows(reader: Reader, flow: string, expected: readonly CastEdge[]): Promise<string[]> {
  const rows = expected.map(({ from, to, properties }) => ({ from, to, dealId: properties.dealId }));
  const found = await reader.run<{ dealId: string; properties: object }>(flowsBetween(flow), { rows });
  const byDeal = groupBy(found, ({ dealId }) => dealId);
  return expected.flatMap(({ properties }) => {
    const edges = byDeal.get(properties.dealId) ?? [];
    if (edges.length !== 1) return [`${properties.dealId}: ${edges.length} ${flow} edges, but it casts one`];
    return canonical(edges[0]?.properties ?? {}) === canonical(properties)
      ? []
      : [`${properties.dealId}: its ${flow} edge says something else`];
  });
}

const keyOf = ({ from, type, to }: Relationship): string => `${from} -${type}-> ${to}`;

const countByKey = (relationships: readonly Relationship[]): Map<string, number> =>
  new Map([...groupBy(relationships, keyOf)].map(([key, same]) => [key, same.length]));

async function checkRelationships(reader: Reader, records: readonly AnyRecord[]): Promise<string[]> {
  const rows = await reader.run<Relationship>(relationshipsFrom, { ids: records.map(({ id }) => id), flows });
  const found = countByKey(rows);
  const said = countByKey(records.flatMap(relationshipsOf));
  return [...new Set([...said.keys(), ...found.keys()])].flatMap((key) => {
    const [edges, references] = [found.get(key) ?? 0, said.get(key) ?? 0];
    return edges === references ? [] : [`${key}: ${edges} edges, but ${references} in the record`];
  });
}

/** What does not agree, one line a fault; empty for a consistent graph. Reads all records, a batch at a time. */
export async function checkConsistency(reader: Reader): Promise<string[]> {
  const faults: string[] = [];
  const totals = new Map<string, number>(flows.map((flow) => [flow, 0]));
  let nameTotal = 0;
  for (const kind of kinds) {
    for (let after = ''; faults.length < MAX_FAULTS; ) {
      const batch = await scanRecords(reader, kind, after, BATCH_SIZE);
      faults.push(...(await checkRelationships(reader, batch)));
      const names = await checkNameKeys(reader, batch);
      faults.push(...names.faults);
      nameTotal += names.total;
      const cast = batch.flatMap(castFlows);
      for (const flow of flows) {
        const expected = cast.filter((edge) => edge.flow === flow);
        if (expected.length === 0) continue;
        totals.set(flow, (totals.get(flow) ?? 0) + expected.length);
        faults.push(...(await checkFlows(reader, flow, expected)));
      }
      const last = batch.at(-1);
      if (last === undefined || batch.length < BATCH_SIZE) break;
      after = last.id;
    }
  }
  for (const [flow, total] of totals) {
    const [row] = await reader.run<{ total: number }>(countFlows(flow));
    if (row?.total !== total) faults.push(`${flow}: ${row?.total} edges, but the records cast ${total}`);
  }
  const nameCount = await countNameKeys(reader);
  if (nameCount !== nameTotal) faults.push(`names: ${nameCount} keys, but the records have ${nameTotal}`);
  return faults.slice(0, MAX_FAULTS);
}
