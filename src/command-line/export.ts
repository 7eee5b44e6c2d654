/** `ai-infra-graph export`: the live records into files that `import` reads, from here or from a server. */
import { type ExportPlan, type ExportReport, exportFacts } from '../facts/export-facts.js';
import { type ExportFormat, exportFormat } from '../facts/export-formats.js';
import type { Kind } from '../model/kind.js';
import { findKindBySection, kinds, sections } from '../model/registry.js';
import { oneOf } from '../near-matches.js';
import type { GraphStore } from '../store/graph-store.js';
import { withClient } from './administer.js';
import { exportRemotely } from './export-remotely.js';
import type { GraphClient } from './graph-client.js';
import { UsageError } from './usage-error.js';

type Print = (line: string) => void;

export interface ExportCommandOptions {
  /** yaml if left out. */
  readonly format?: string | undefined;
  /** A section such as cloudContracts; all if left out. */
  readonly kind?: string | undefined;
  /** export if left out. */
  readonly out?: string | undefined;
}

function findFormat(name: string): ExportFormat {
  const format = exportFormat.values.find((value) => value === name.toLowerCase());
  if (format !== undefined) return format;
  throw new UsageError(`There is no format "${name}"; the formats are ${exportFormat.values.join(', ')}.`);
}

function findKinds(section: string | undefined): readonly Kind[] {
  if (section === undefined) return kinds;
  const kind = findKindBySection(section);
  if (kind !== undefined) return [kind];
  const near = oneOf(section, sections, 'the sections are');
  throw new UsageError(`There is no section "${section}"${near}`);
}

/** Throws a UsageError for a format or a section that there is not. */
export const planExport = ({ format = 'yaml', kind, out = 'export' }: ExportCommandOptions): ExportPlan => ({
  format: findFormat(format),
  kinds: findKinds(kind),
  folder: out,
});

const report = ({ records, files }: ExportReport, { folder }: ExportPlan, print: Print): void =>
  print(`Exported ${records} records into ${files.length} files in ${folder}.`);

export async function exportHere(store: GraphStore, plan: ExportPlan, print: Print): Promise<void> {
  report(await exportFacts(store, plan), plan, print);
}

export async function exportFrom(client: GraphClient, plan: ExportPlan, print: Print): Promise<void> {
  report(await withClient(client, () => exportRemotely(client, plan)), plan, print);
}
