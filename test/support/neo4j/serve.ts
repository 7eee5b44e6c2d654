// Serves a Neo4j to a developer until Ctrl-C: npx tsx test/support/neo4j/serve.ts [version]
import { join } from 'node:path';
import { isNeo4jVersion, neo4jCacheFolder, neo4jVersions } from './neo4j-versions.js';
import { startNeo4j } from './start-neo4j.js';

const version = process.argv[2] ?? neo4jVersions[0];

if (isNeo4jVersion(version)) {
  process.stdout.write(`Starting Neo4j ${version}; the first time, it is downloaded.\n`);
  const server = await startNeo4j({ version, home: join(neo4jCacheFolder, `home-${version}`), port: 7687 });
  process.stdout.write(
    `Neo4j ${version} is at ${server.uri}, without auth, data in ${server.home}. Ctrl-C stops it.\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void server.stop());
  await server.ended;
  // Says why, if it died by itself.
  await server.stop();
} else {
  process.stderr.write(`No Neo4j "${version}" here; there are ${neo4jVersions.join(' and ')}.\n`);
  process.exitCode = 2;
}
