// Reads all seed/*.yaml into one Facts. Dates stay the text that was written, whether quoted or not.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { emptyFacts, type Facts } from './facts.js';

const SEED = fileURLToPath(new URL('../../seed/', import.meta.url));

export function loadFacts(directory = SEED): Facts {
  const facts: Record<string, unknown[]> = { ...emptyFacts() };
  const files = readdirSync(directory).filter((name) => name.endsWith('.yaml'));
  for (const name of files.sort()) {
    const document = parseFacts(readFileSync(join(directory, name), 'utf8'));
    for (const [section, records] of Object.entries(document)) {
      const known = facts[section];
      if (known === undefined) throw new Error(`${name}: unknown section ${section}`);
      known.push(...records);
    }
  }
  return facts as unknown as Facts;
}

/** One YAML document. The YAML 1.2 core schema knows no dates and reads `on` as text, unlike YAML 1.1. */
export function parseFacts(text: string): Record<string, unknown[]> {
  const document: unknown = parse(text, { version: '1.2', schema: 'core', intAsBigInt: true });
  return tidy(document ?? {}, '') as Record<string, unknown[]>;
}

const DATE_FIELD = /(On|^on|^since|^until|^asOf|^capacityBy|^founded|^period)$/;

/** Whole numbers come as bigint, so that none loses digits: safe ones become numbers again, and a bare year text. */
function tidy(value: unknown, field: string): unknown {
  if (typeof value === 'bigint') {
    if (DATE_FIELD.test(field)) return String(value);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (Array.isArray(value)) return value.map((item) => tidy(item, field));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, tidy(inner, name)]));
  }
  return value;
}
