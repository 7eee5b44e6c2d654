// Fills the cache ahead of the tests, as CI does: npx tsx test/support/neo4j/fetch.ts
import { fetchJars } from './fetch-jars.js';
import { neo4jVersions } from './neo4j-versions.js';

// One after the other: two Mavens at once would fetch the shared jars twice.
for (const version of neo4jVersions) {
  process.stdout.write(`Neo4j ${version} is in ${await fetchJars(version)}\n`);
}
