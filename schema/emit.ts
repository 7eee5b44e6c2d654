/**
 * Writes schema/schema.graphql, the SDL that clients and reviewers read.
 * With --check it writes nothing, and exits with 1 where the file is not what the code says.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../src/graphql/schema.js';

const file = fileURLToPath(new URL('schema.graphql', import.meta.url));
const emitted = `${printSchema(lexicographicSortSchema(createSchema()))}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(file, emitted);
} else if ((await readFile(file, 'utf8')) !== emitted) {
  process.stderr.write('schema/schema.graphql is not what the code says. Run: npm run emit-schema\n');
  process.exitCode = 1;
}
