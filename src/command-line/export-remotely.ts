/**
 * The records of a server, as its change feed tells them: what the last change to each record left is what it is now. So
 * an export is one state of the graph, that of the last change read, however many write meanwhile; pages of the records
 * themselves would each be of another state.
 */
import { type ExportPlan, type ExportReport, prepareFolder, writeFacts } from '../facts/export-facts.js';
import type { AnyRecord, Kind } from '../model/kind.js';
import { BATCH_SIZE, inBatches } from '../records/in-batches.js';
import { MAX_CHANGES } from '../records/read-changes.js';
import { fromJson } from '../records/record-json.js';
import type { GraphClient } from './graph-client.js';

const readFeed = `query ($after: Int!) {
  changes(after: $after, first: ${MAX_CHANGES}) { changes { recordId kind after } lastSequence hasMore }
}`;

interface FeedPage {
  readonly changes: readonly {
    readonly recordId: string;
    /** The code of its kind: CLOUD_CONTRACT. */
    readonly kind: string;
    /** Null where it was retracted. */
    readonly after: unknown;
  }[];
  readonly lastSequence: number;
  readonly hasMore: boolean;
}

/** The live records of these kinds by id, by the code of their kind. */
async function replay(
  client: GraphClient,
  kinds: readonly Kind[],
): Promise<Map<string, Map<string, AnyRecord>>> {
  const byKind = new Map(kinds.map(({ code }) => [code, new Map<string, AnyRecord>()]));
  for (let after = 0, hasMore = true; hasMore; ) {
    const { data } = await client.request(readFeed, { after });
    const page = data.changes as FeedPage;
    for (const { recordId, kind, after: record } of page.changes) {
      if (record === null) byKind.get(kind)?.delete(recordId);
      else byKind.get(kind)?.set(recordId, fromJson(JSON.stringify(record)));
    }
    ({ lastSequence: after, hasMore } = page);
  }
  return byKind;
}

// Ids are plain letters, so this is the order in which the engines list them, too.
const sorted = (records: Iterable<AnyRecord>): AnyRecord[] =>
  [...records].sort((one, other) => (one.id < other.id ? -1 : 1));

/** Writes the same files as an export where the graph is. Holds all records that it writes in memory. */
export async function exportRemotely(client: GraphClient, plan: ExportPlan): Promise<ExportReport> {
  await prepareFolder(plan.folder);
  const byKind = await replay(client, plan.kinds);
  return writeFacts(plan, async function* batchesOf({ code }) {
    yield* inBatches(sorted(byKind.get(code)?.values() ?? []), BATCH_SIZE);
  });
}
