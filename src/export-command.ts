/** `ai-infra-graph export`: the live records into files that `import` reads. */
import { validationFailed } from './errors.js';
import { exportFacts } from './facts/export-facts.js';
import { type ExportFormat, exportFormat } from './facts/export-formats.js';
import type { Kind } from './model/kind.js';
import { findKindBySection, kinds } from './model/registry.js';
import { didYouMean, nearMatches } from './near-matches.js';
import type { GraphStore } from './store/graph-store.js';

export interface ExportCommandOptions {
  /** yaml if left out. */
  readonly format?: string;
  /** A section such as cloudContracts; all if left out. */
  readonly kind?: string;
  /** export if left out. */
  readonly out?: string;
}

function findFormat(name: string): ExportFormat {
  const format = exportFormat.values.find((value) => value === name.toLowerCase());
  if (format !== undefined) return format;
  throw validationFailed(`There is no format "${name}"; the formats are ${exportFormat.values.join(', ')}.`);
}

function findKinds(section: string | undefined): readonly Kind[] {
  if (section === undefined) return kinds;
  const kind = findKindBySection(section);
  if (kind !== undefined) return [kind];
  const sections = kinds.map((known) => known.section);
  const near = didYouMean(nearMatches(section, sections)) || `; the sections are ${sections.join(', ')}`;
  throw validationFailed(`There is no section "${section}"${near}`);
}

export async function runExport(
  store: GraphStore,
  { format = 'yaml', kind, out = 'export' }: ExportCommandOptions,
  print: (line: string) => void,
): Promise<void> {
  const plan = { format: findFormat(format), kinds: findKinds(kind), folder: out };
  const { records, files } = await exportFacts(store, plan);
  print(`Exported ${records} records into ${files.length} files in ${out}.`);
}
