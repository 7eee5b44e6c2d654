/**
 * The names by which records can be referred to, each in a node of its own: a name is found exactly, by one index, in
 * the transaction that wrote it. Names are equal when their words are, without case, accents, punctuation and legal forms.
 */
import { nameWordsOf } from '../model/company-name.js';
import type { AnyRecord, Kind } from '../model/kind.js';
import { kindOf, kinds } from '../model/registry.js';
import { wordsOf } from '../model/words.js';
import type { Reader, Statement } from '../store/graph-store.js';
import { inBatches } from './in-batches.js';
import type { Revision } from './revision.js';
import { hasNames, type SearchableText, searchableTexts } from './searchable-texts.js';
import { statementsOver } from './statements.js';

/** A name that more records share is ambiguous whichever are shown. */
const MOST_HOLDERS = 200;

const create = `
UNWIND $rows AS row
CREATE (:NameKey {key: row.key, recordId: row.id})`;

const remove = `
UNWIND $rows AS row
MATCH (name:NameKey {key: row.key})
WHERE name.recordId = row.id
DELETE name`;

const holders = `
UNWIND $keys AS key
CALL (key) {
  MATCH (name:NameKey {key: key})
  RETURN name.recordId AS id
  ORDER BY id
  LIMIT $limit
}
RETURN key AS key, id AS id
ORDER BY key, id`;

const namedKinds: ReadonlySet<string> = new Set(kinds.filter(hasNames).map(({ code }) => code));

/** A key is of one kind, so that a chip's name never stands in the way of a company's. */
const keyOf = (code: string, words: readonly string[]): string[] =>
  words.length === 0 ? [] : [`${code} ${words.join(' ')}`];

/** NASDAQ:NVDA is said as NVDA too. */
const keysOfText = (code: string, { text, role }: SearchableText): string[] =>
  role === 'NAME'
    ? keyOf(code, nameWordsOf(text))
    : [text, text.slice(text.indexOf(':') + 1)].flatMap((said) => keyOf(code, wordsOf(said)));

/** The keys of a record's name, legal name, aliases and ticker; none for the kinds that go by their id alone. */
export function nameKeysOf(record: AnyRecord): string[] {
  if (!namedKinds.has(record.kind)) return [];
  const names = searchableTexts(kindOf(record.kind), record).filter(
    ({ role }) => role === 'NAME' || role === 'CODE',
  );
  return [...new Set(names.flatMap((name) => keysOfText(record.kind, name)))];
}

/** The keys under which a name may stand that somebody wrote for a record of these kinds. */
export const keysToLookUp = (name: string, among: readonly Kind[]): string[] => [
  ...new Set(
    among
      .filter(({ code }) => namedKinds.has(code))
      .flatMap(({ code }) => [...keyOf(code, nameWordsOf(name)), ...keyOf(code, wordsOf(name))]),
  ),
];

/** The ids of the records that have a name with one of these keys, by key; at most 200 each, in order. */
export async function findHolders(reader: Reader, keys: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(keys.map((key) => [key, []]));
  for (const batch of inBatches(keys)) {
    const rows = await reader.run<{ key: string; id: string }>(holders, { keys: batch, limit: MOST_HOLDERS });
    for (const { key, id } of rows) found.get(key)?.push(id);
  }
  return found;
}

interface KeyRow {
  readonly [name: string]: string;
  readonly id: string;
  readonly key: string;
}

const rowsOf = (record: AnyRecord | undefined): KeyRow[] =>
  record === undefined ? [] : nameKeysOf(record).map((key) => ({ id: record.id, key }));

/** The rows of one record that the other does not have. */
function withoutRows(rows: readonly KeyRow[], others: readonly KeyRow[]): KeyRow[] {
  const keys = new Set(others.map(({ key }) => key));
  return rows.filter(({ key }) => !keys.has(key));
}

/** Gives each record's names their keys, and takes those away that it has no more. */
export function* replaceNameKeys(revisions: readonly Revision[]): Generator<Statement> {
  const pairs = revisions.map(({ before, after }) => [rowsOf(before), rowsOf(after)] as const);
  const removed = pairs.flatMap(([before, after]) => withoutRows(before, after));
  const added = pairs.flatMap(([before, after]) => withoutRows(after, before));
  yield* statementsOver(remove, removed);
  yield* statementsOver(create, added);
}
