/** What an import is about before any of it is checked: which records it has, of what kind, by what names. */
import { idSchema } from '../model/id.js';
import type { Kind } from '../model/kind.js';
import { kinds } from '../model/registry.js';
import type { WrittenNames } from '../records/look-up-names.js';
import { nameKeysOf } from '../records/name-keys.js';
import { hasNames } from '../records/searchable-texts.js';
import type { FactFile } from './fact-file.js';
import { createFaultList, type Fault, type Faults } from './fault.js';
import { inTurns } from './in-turns.js';
import { type PlacedRow, rowsWithId, textsOfRow } from './placed-records.js';

export interface Outline {
  /** The code of the kind of every id. */
  readonly kindOfId: ReadonlyMap<string, string>;
  readonly names: WrittenNames;
  /** Ids that stand there again. */
  readonly faults: Faults;
}

export interface GrowingOutline extends Outline {
  add(file: FactFile): Promise<void>;
}

const namedKinds: ReadonlySet<Kind> = new Set(kinds.filter(hasNames));

interface FirstPlace {
  readonly file: string;
  readonly line: number;
}

/** An outline of no file; of each record that is added it keeps the id, its place and its names, and no more. */
export function createOutline(): GrowingOutline {
  const kindOfId = new Map<string, string>();
  const first = new Map<string, FirstPlace>();
  const holders = new Map<string, string[]>();
  const faults = createFaultList();

  function checkId({ row: { id }, file, path }: PlacedRow): void {
    const idFault = (message: string): Fault => file.faultAt([...path, 'id'], message);
    const taken = first.get(id);
    if (taken !== undefined) {
      const message = `id: "${id}" is taken at ${taken.file}:${taken.line}; ids are unique across all kinds`;
      faults.add(() => idFault(message));
      return;
    }
    // What is no id is a fault of its own.
    if (!idSchema.safeParse(id).success) return;
    const { line } = idFault('');
    first.set(id, { file: file.name, line });
  }

  function addRow(placed: PlacedRow): void {
    const { kind, row } = placed;
    checkId(placed);
    kindOfId.set(row.id, kind.code);
    if (!namedKinds.has(kind)) return;
    for (const key of nameKeysOf(textsOfRow(kind, row))) {
      const ids = holders.get(key);
      if (ids === undefined) holders.set(key, [row.id]);
      else ids.push(row.id);
    }
  }

  return {
    kindOfId,
    names: { isWritten: (id) => kindOfId.has(id), holdersOf: (key) => holders.get(key) ?? [] },
    faults,
    async add(file) {
      for await (const rows of inTurns(rowsWithId(file))) for (const row of rows) addRow(row);
    },
  };
}

export async function outlineOf(files: readonly FactFile[]): Promise<Outline> {
  const outline = createOutline();
  for (const file of files) await outline.add(file);
  return outline;
}
