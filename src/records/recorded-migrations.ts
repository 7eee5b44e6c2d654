/** What was done to a graph that older versions wrote, as it is recorded in it. */
import type { Reader } from '../store/graph-store.js';
import { migrations } from './migrations.js';

const selectAll = 'MATCH (migration:Migration) RETURN migration.id AS id, migration.at AS at ORDER BY id';

export interface RecordedMigration {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What it did; null for one of a newer version than this. */
  readonly title: string | null;
}

/** In the order of their numbers. */
export async function listMigrations(reader: Reader): Promise<RecordedMigration[]> {
  const titles = new Map(migrations.map(({ id, title }) => [id, title]));
  const rows = await reader.run<{ id: number; at: string }>(selectAll);
  return rows.map(({ id, at }) => ({ id, at, title: titles.get(id) ?? null }));
}
