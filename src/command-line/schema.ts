import { createSchema } from '../graphql/schema.js';

let schema: ReturnType<typeof createSchema> | undefined;

/** The schema of the product, built when it is first asked for. */
export function productSchema(): ReturnType<typeof createSchema> {
  schema ??= createSchema();
  return schema;
}
