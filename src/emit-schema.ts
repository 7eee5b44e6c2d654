/** Writes schema/schema.graphql, the SDL that clients and reviewers read; `npm run check` fails when it is stale. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './graphql/schema.js';

const file = fileURLToPath(new URL('../schema/schema.graphql', import.meta.url));

await writeFile(file, `${printSchema(lexicographicSortSchema(createSchema()))}\n`);
