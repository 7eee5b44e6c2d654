import { readFileSync } from 'node:fs';

/** The version of this package, whose root lies two folders up, whether it is built or not. */
export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
