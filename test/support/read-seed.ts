/** The seed as it lies in its files, read without the product: the raw records of each section. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type RawRecord = Readonly<Record<string, unknown>> & { readonly id: string };

const folder = new URL('../../seed/', import.meta.url);

function readFiles(): Map<string, readonly RawRecord[]> {
  const sections = new Map<string, RawRecord[]>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    const content = parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, RawRecord[]>;
    for (const [section, records] of Object.entries(content)) {
      sections.set(section, [...(sections.get(section) ?? []), ...records]);
    }
  }
  return sections;
}

/** The records of every section. */
export const seed: ReadonlyMap<string, readonly RawRecord[]> = readFiles();

/** The records of one section. */
export function readSection(section: string): readonly RawRecord[] {
  const records = seed.get(section);
  if (records === undefined) throw new Error(`the seed has no section ${section}`);
  return records;
}
