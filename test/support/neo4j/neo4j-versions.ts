// The versions of Neo4j that tests and benchmarks run, what each needs, and where their files are kept.
import { fileURLToPath } from 'node:url';

/** The long-term support line, and the newest of the yearly line. */
export const neo4jVersions = ['5.26.30', '2026.08.1'] as const;

export type Neo4jVersion = (typeof neo4jVersions)[number];

/** The first Java that can load the classes of a version. */
export const minimumJava: Record<Neo4jVersion, number> = { '5.26.30': 17, '2026.08.1': 21 };

/** Ignored by git: jars in `lib-<version>`, the data of `serve.ts` in `home-<version>`. */
export const neo4jCacheFolder = fileURLToPath(new URL('../../../.neo4j', import.meta.url));

export function isNeo4jVersion(text: string): text is Neo4jVersion {
  return (neo4jVersions as readonly string[]).includes(text);
}
