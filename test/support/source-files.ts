/** The TypeScript files of the project as text, with what each imports. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** From the root of the project: src/records/page.ts. */
  readonly path: string;
  readonly text: string;
  /** The files of ours that it imports, by their paths; types and what is imported later are imports too. */
  readonly files: readonly string[];
  /** The packages that it imports, by name. */
  readonly packages: readonly string[];
}

const importing = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s*)['"]([^'"]+)['"]/gm;

const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const specifiers = [...text.matchAll(importing)].map(([, specifier = '']) => specifier);
  const isOurs = (specifier: string): boolean => specifier.startsWith('.');
  return {
    path,
    text,
    files: specifiers
      .filter(isOurs)
      .map((specifier) => posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts')),
    packages: specifiers.filter((specifier) => !isOurs(specifier)).map(packageOf),
  };
}

/** All of a folder and the folders in it, in order of their paths. */
export const readSources = (folder: string): SourceFile[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .sort()
    .map(readSource);
