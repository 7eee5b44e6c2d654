/** Takes a record back: it counts no more, but nothing of it is lost. */
import { kinds } from '../model/registry.js';
import type { GraphStore } from '../store/graph-store.js';
import {
  attemptWrite,
  refuse,
  versionFaults,
  type WriteOptions,
  type WriteOutcome,
} from './attempt-write.js';
import { findReferrers } from './find-referrers.js';
import { findRetracted } from './find-retracted.js';
import { loadRecords } from './load-records.js';
import type { FoundFault } from './write-fault.js';

const MOST_SHOWN = 10;

/** The fault of an id that no record has, nor ever had. */
export const unknownId = (id: string): FoundFault => ({
  code: 'NOT_FOUND',
  path: ['id'],
  message: `there is no record "${id}"`,
  lookedFor: { text: id, among: kinds, fits: [] },
});

function referredFault(id: string, ids: readonly string[]): FoundFault {
  const shown = ids.slice(0, MOST_SHOWN);
  const more = ids.length > MOST_SHOWN ? ' and others' : '';
  return {
    code: 'VALIDATION_FAILED',
    path: ['id'],
    message: `"${id}" is referred to by ${shown.map((other) => `"${other}"`).join(', ')}${more}; change or retract those first`,
    referredBy: shown,
  };
}

/**
 * Retracts a record, for a reason. No query but those of its history sees it any more, its id stays taken, and it can be
 * restored. Refused while other records refer to it. Retracting it again changes nothing.
 */
export async function retractRecord(
  store: GraphStore,
  id: string,
  options: WriteOptions & { readonly reason: string },
): Promise<WriteOutcome> {
  if (options.reason === '') {
    return {
      faults: [{ code: 'VALIDATION_FAILED', path: ['reason'], message: 'say why it is retracted' }],
    };
  }
  return attemptWrite(store, options, async ({ writer, commit }) => {
    const record = (await loadRecords(writer, [id])).get(id);
    if (record === undefined) {
      const retracted = (await findRetracted(writer, [id])).get(id);
      if (retracted === undefined) refuse(unknownId(id));
      const faults = versionFaults(id, options, retracted.record.version);
      return faults.length > 0 ? refuse(...faults) : { faults: [] };
    }
    const referrers = await findReferrers(writer, id, MOST_SHOWN + 1);
    const faults = [
      ...versionFaults(id, options, record.version),
      ...(referrers.length > 0 ? [referredFault(id, referrers)] : []),
    ];
    return faults.length > 0 ? refuse(...faults) : commit({ action: 'RETRACTED', before: record });
  });
}
