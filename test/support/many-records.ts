/** Graphs of more records than a test would write down, for what has bounds. */
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { findKindBySection } from '../../src/model/registry.js';
import type { Graph } from '../../src/questions/ask.js';
import { type RecordToWrite, writeRecords } from '../../src/records/write-records.js';
import { createSnapshots } from '../../src/snapshot/snapshots.js';

/** All but a source come from the press. */
export function record(section: string, id: string, values: object): RecordToWrite {
  const kind = findKindBySection(section);
  if (kind === undefined) throw new Error(`no section ${section}`);
  return { kind, input: { sources: ['press'], ...values, id } };
}

/** A deal that counts from the first day of 2025 on. */
export const deal = (section: string, id: string, values: object): RecordToWrite =>
  record(section, id, {
    summary: 'A deal.',
    announcedOn: '2025',
    status: 'ACTIVE',
    confidence: 'CONFIRMED',
    ...values,
  });

export const company = (id: string): RecordToWrite =>
  record('companies', id, { name: id, roles: ['ENTERPRISE'], country: 'US' });

/** Ids with such numbers come in the order of their numbers. */
export const number = (index: number): string => String(index).padStart(5, '0');

/** The records with the press that they come from. */
export async function openRecords(records: Iterable<RecordToWrite>): Promise<Graph> {
  const press = record('sources', 'press', { publisher: 'Press', title: 'All of it', sources: undefined });
  const store = await openMemoryStore();
  const authorship = { actor: 'test', now: new Date('2026-01-01') };
  await store.write((writer) => writeRecords(writer, [press, ...records], authorship));
  return { store, snapshots: createSnapshots(store) };
}
