// Brings the jars of a Neo4j into the cache with Maven, once. A folder in the cache is whole or absent.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Neo4jVersion, neo4jCacheFolder } from './neo4j-versions.js';

const pomFile = fileURLToPath(new URL('./pom.xml', import.meta.url));
const fetchLimitMs = 10 * 60_000;

/** The marker of a whole folder is a copy of the pom that filled it, so that a changed pom fetches anew. */
const markerName = 'complete-pom.xml';

/** Returns the folder of the jars; it takes seconds the first time, and needs the network then. */
export async function fetchJars(version: Neo4jVersion): Promise<string> {
  const lib = join(neo4jCacheFolder, `lib-${version}`);
  const pom = await readFile(pomFile, 'utf8');
  if (await isComplete(lib, pom)) return lib;

  await mkdir(neo4jCacheFolder, { recursive: true });
  const part = await mkdtemp(join(neo4jCacheFolder, `part-${version}-`));
  try {
    await copyDependencies(version, part);
    await writeFile(join(part, markerName), pom);
    // Another process may have been quicker, and may be running from its folder by now.
    if (!(await isComplete(lib, pom))) {
      await rm(lib, { recursive: true, force: true });
      await rename(part, lib);
    }
    return lib;
  } catch (error) {
    if (await isComplete(lib, pom)) return lib;
    throw error;
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

async function isComplete(lib: string, pom: string): Promise<boolean> {
  return (await readFile(join(lib, markerName), 'utf8').catch(() => null)) === pom;
}

async function copyDependencies(version: Neo4jVersion, folder: string): Promise<void> {
  // --strict-checksums: Maven would only warn about a jar that differs from its checksum.
  const options = ['--batch-mode', '--quiet', '--no-transfer-progress', '--strict-checksums'];
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  try {
    await promisify(execFile)('mvn', [...options, '-f', pomFile, `-Dneo4j.version=${version}`, ...goal], {
      timeout: fetchLimitMs,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    throw new Error(`cannot fetch Neo4j ${version}: ${explain(error)}`, { cause: error });
  }
}

function explain(error: unknown): string {
  const { code, killed, stdout, stderr } = error as {
    code?: unknown;
    killed?: boolean;
    stdout?: string;
    stderr?: string;
  };
  if (code === 'ENOENT') return 'Maven (mvn) is not on the PATH; install it (package "maven")';
  if (killed) return `Maven did not end within ${fetchLimitMs / 60_000} minutes`;
  return `Maven failed:\n${`${stdout ?? ''}${stderr ?? ''}`.slice(-4_000)}`;
}
