/** Opens a question: finds the companies that it is about and the groups of the day, then answers from one state of the graph. */
import { AppError } from '../errors.js';
import { companyKind } from '../model/registry.js';
import { didYouMean } from '../near-matches.js';
import { findNearIds } from '../records/find-near-ids.js';
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

const opening = `
OPTIONAL MATCH (ledger:Ledger {id: 'ledger'})
WITH coalesce(ledger.ownershipSequence, 0) AS ownershipSequence
UNWIND $companies AS id
OPTIONAL MATCH (company:Company {id: id})
RETURN id AS id, company.id AS found, ownershipSequence AS ownershipSequence
ORDER BY id`;

interface OpeningRow {
  readonly id: string;
  readonly found: string | null;
  readonly ownershipSequence: number;
}

class UnknownCompany extends Error {
  constructor(readonly id: string) {
    super(`there is no company "${id}"`);
  }
}

/** Rejects with NOT_FOUND, near matches named, if one of the companies does not exist. */
export async function ask<Answer>(
  { store, ownership }: Graph,
  companies: readonly string[],
  scope: Scope,
  answer: (inquiry: Inquiry) => Promise<Answer>,
  options?: WorkOptions,
): Promise<Answer> {
  try {
    return await store.read(async (reader) => {
      const rows = await reader.run<OpeningRow>(opening, { companies });
      const missing = rows.find(({ found }) => found === null);
      if (missing !== undefined) throw new UnknownCompany(missing.id);
      const sequence = rows[0]?.ownershipSequence ?? 0;
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
