/** The nodes of records. Labels come from the kinds, a closed list; all else is a parameter. */
import { kindOf } from '../model/registry.js';
import type { Statement } from '../store/graph-store.js';
import { groupBy } from './group-by.js';
import { type Revision, subjectOf, versionAfter } from './revision.js';
import { statementsOver } from './statements.js';
import { toProperties, toRetractedProperties } from './stored-record.js';

const labelsOf = (code: string): string => {
  const { name, interfaces } = kindOf(code);
  return [name, ...interfaces].join(':');
};

const writeOne = (code: string): string => `
UNWIND $rows AS row
MERGE (record:Entity {id: row.id})
SET record = row.properties
SET record:${labelsOf(code)}`;

const retractOne = (code: string): string => `
UNWIND $rows AS row
MATCH (record:Entity {id: row.id})
SET record = row.properties
SET record:Retracted
REMOVE record:Entity:${labelsOf(code)}`;

const bringBack = `
UNWIND $rows AS row
MATCH (record:Retracted {id: row.id})
SET record:Entity
REMOVE record:Retracted`;

/** Makes the node of each record, gives it its new properties, or takes it out of the sight of all other queries. */
export function* writeNodes(revisions: readonly Revision[], at: string): Generator<Statement> {
  const restored = revisions.filter(({ action }) => action === 'RESTORED');
  yield* statementsOver(
    bringBack,
    restored.map((revision) => ({ id: subjectOf(revision).id })),
  );
  const byKind = (some: readonly Revision[]) => groupBy(some, (revision) => subjectOf(revision).kind);
  for (const [code, written] of byKind(revisions.filter(({ after }) => after !== undefined))) {
    const rows = written
      .map(subjectOf)
      .map((record) => ({ id: record.id, properties: toProperties(record) }));
    yield* statementsOver(writeOne(code), rows);
  }
  for (const [code, retracted] of byKind(revisions.filter(({ after }) => after === undefined))) {
    const rows = retracted.map((revision) => {
      const record = { ...subjectOf(revision), version: versionAfter(revision) };
      return { id: record.id, properties: toRetractedProperties(record, at) };
    });
    yield* statementsOver(retractOne(code), rows);
  }
}
