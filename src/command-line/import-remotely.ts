/** `ai-infra-graph import --server`: a file into the graph of a server, with the same report as into one of our own. */
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { decodeText, UnreadableText } from '../facts/decode-text.js';
import type { RecordDifference } from '../facts/differences.js';
import { formatFault } from '../facts/fault.js';
import { describeDifference } from '../import-command.js';
import { findKindBySection } from '../model/registry.js';
import type { GraphClient } from './graph-client.js';
import { UsageError } from './usage-error.js';

export interface RemoteImportOptions {
  readonly dryRun?: boolean;
  /** What a CSV file holds; its name says it if left out. */
  readonly section?: string;
}

const mutation = `mutation ($input: String!, $format: ImportFormat!, $section: RecordKind, $dryRun: Boolean) {
  importFacts(input: $input, format: $format, section: $section, dryRun: $dryRun) {
    created updated unchanged moreDifferences moreFaults
    differences { recordId kind action fields { field before after } }
    faults { line column message }
    userErrors { message }
  }
}`;

interface Outcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly differences: readonly RecordDifference[];
  readonly moreDifferences: number;
  readonly faults: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  readonly moreFaults: number;
  readonly userErrors: readonly { readonly message: string }[];
}

const formats: Readonly<Record<string, string>> = {
  '.yaml': 'YAML',
  '.yml': 'YAML',
  '.json': 'JSON',
  '.csv': 'CSV',
};

function formatOf(path: string, given: string | undefined): { format: string; section?: string } {
  const ending = extname(path);
  const format = formats[ending.toLowerCase()];
  if (format === undefined)
    throw new UsageError(`${path}: the ending says how it is written: .yaml, .yml, .json or .csv.`);
  if (format !== 'CSV') return { format };
  const section = given ?? basename(path, ending);
  const kind = findKindBySection(section);
  if (kind !== undefined) return { format, section: kind.code };
  throw new UsageError(
    `"${section}" is not a section; name a CSV file after the section of its records, or say --section.`,
  );
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  let text = '';
  try {
    for await (const part of decodeText(path, [bytes])) text += part;
    return text;
  } catch (error) {
    throw error instanceof UnreadableText ? new Error(formatFault(error.fault)) : error;
  }
}

function checkOutcome(path: string, { faults, moreFaults, userErrors }: Outcome): void {
  if (userErrors.length === 0) return;
  const placed = faults.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
  const lines = placed.length > 0 ? placed : userErrors.map(({ message }) => message);
  throw new Error([...lines, ...(moreFaults > 0 ? [`... and ${moreFaults} more.`] : [])].join('\n'));
}

function report(
  { created, updated, unchanged, differences, moreDifferences }: Outcome,
  isTrial: boolean,
): string[] {
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged.`;
  if (!isTrial) return [`${created + updated === 0 ? 'Nothing to change' : 'Imported'}: ${counts}`];
  return [
    ...differences.flatMap(describeDifference),
    ...(moreDifferences > 0 ? [`... and ${moreDifferences} more records.`] : []),
    `Nothing was written. It would be: ${counts}`,
  ];
}

/** Rejects with a line for each fault, and writes nothing then. A UsageError for what can't be sent at all. */
export async function importRemotely(
  client: GraphClient,
  paths: readonly string[],
  { dryRun = false, section }: RemoteImportOptions,
  print: (line: string) => void,
): Promise<void> {
  const [path, another] = paths;
  // Two requests could not be all or nothing.
  if (path === undefined || another !== undefined)
    throw new UsageError('import --server takes one file at a time.');
  const written = formatOf(path, section);
  const input = await readText(path);
  const { data } = await client.request(mutation, { ...written, input, dryRun });
  const outcome = data.importFacts as Outcome;
  checkOutcome(path, outcome);
  for (const line of report(outcome, dryRun)) print(line);
}
