import { defineConfig } from 'vitest/config';

/** type-graphql loads graphql as CommonJS; one copy has to serve it and the tests. */
const oneGraphql = { alias: { graphql: 'graphql/index.js' } };
const needsNeo4j = 'test/neo4j/**/*.test.ts';
const needsBrowser = 'test/browser/**/*.test.ts';

export default defineConfig({
  resolve: oneGraphql,
  test: {
    // What a test waits for may be late on a machine that is busy.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [needsNeo4j, needsBrowser],
          // Every file makes what it needs and shares nothing, so the product is loaded once for many files.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // A real Neo4j starts within this time, and one at a time is what a small machine bears.
        test: {
          name: 'neo4j',
          include: [needsNeo4j],
          hookTimeout: 300_000,
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: [needsBrowser], hookTimeout: 60_000, testTimeout: 60_000 },
      },
    ],
  },
});
