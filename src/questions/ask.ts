/** Opens a question: finds the companies that it is about and the groups of the day, then answers from one state of the graph. */
import { AppError } from '../errors.js';
import { companyKind } from '../model/registry.js';
import { didYouMean } from '../near-matches.js';
import { findNearIds } from '../records/find-near-ids.js';
import { readLedger } from '../records/ledger.js';
import type { GraphStore, Reader, WorkOptions } from '../store/graph-store.js';
import { type Groups, noGroups } from './groups.js';
import type { OwnershipCache } from './ownership-cache.js';
import type { Scope } from './scope.js';

/** What questions are asked of. */
export interface Graph {
  readonly store: GraphStore;
  readonly ownership: OwnershipCache;
}

export interface Inquiry {
  readonly reader: Reader;
  readonly groups: Groups;
  readonly scope: Scope;
}

// A company that does not exist gives no row: an OPTIONAL MATCH would say so, but the embedded engine scans for it.
const opening = `
OPTIONAL MATCH (ledger:Ledger {id: 'ledger'})
WITH coalesce(ledger.ownershipSequence, 0) AS ownershipSequence
UNWIND $companies AS id
MATCH (company:Company {id: id})
RETURN id AS id, ownershipSequence AS ownershipSequence
ORDER BY id`;

interface OpeningRow {
  readonly id: string;
  readonly ownershipSequence: number;
}

/** Finds the companies, and gives the ledger's `ownershipSequence`. */
async function open(reader: Reader, companies: readonly string[]): Promise<number> {
  const [first] = companies;
  if (first === undefined) return (await readLedger(reader)).ownershipSequence;
  const rows = await reader.run<OpeningRow>(opening, { companies });
  const found = new Set(rows.map(({ id }) => id));
  const missing = companies.find((id) => !found.has(id));
  if (missing !== undefined) throw new UnknownCompany(missing);
  return rows[0]?.ownershipSequence ?? 0;
}

class UnknownCompany extends Error {
  constructor(readonly id: string) {
    super(`there is no company "${id}"`);
  }
}

/** Rejects with NOT_FOUND, near matches named, if one of the companies does not exist; there may be none. */
export async function ask<Answer>(
  { store, ownership }: Graph,
  companies: readonly string[],
  scope: Scope,
  answer: (inquiry: Inquiry) => Promise<Answer>,
  options?: WorkOptions,
): Promise<Answer> {
  try {
    return await store.read(async (reader) => {
      const sequence = await open(reader, companies);
      const groups = scope.rollUp ? await ownership.groupsOn(reader, sequence, scope.day) : noGroups;
      return answer({ reader, groups, scope });
    }, options);
  } catch (error) {
    if (!(error instanceof UnknownCompany)) throw error;
    const near = await findNearIds(store, error.id, companyKind.code);
    throw new AppError('NOT_FOUND', `There is no company with the id "${error.id}"${didYouMean(near)}`, {
      details: { id: error.id, nearMatches: near },
    });
  }
}
