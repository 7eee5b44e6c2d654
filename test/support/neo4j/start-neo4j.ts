// A real Neo4j for tests and benchmarks, without Docker: Neo4jServer.java in a child process.
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeTemporaryHome, removeTemporaryHome } from './end-with-process.js';
import { fetchJars } from './fetch-jars.js';
import { findJava } from './find-java.js';
import { javaFlags } from './java-flags.js';
import { minimumJava, type Neo4jVersion } from './neo4j-versions.js';
import { runWithin } from './run-within.js';
import { type ServerProcess, spawnServer } from './server-process.js';

export { type Neo4jVersion, neo4jVersions } from './neo4j-versions.js';

const startLimitMs = 90_000;

export interface StartNeo4jOptions {
  version: Neo4jVersion;
  /** Folder of the data, kept on stop. Without it a temporary one is made, and removed on stop. */
  home?: string;
  /** Without it, any free port. */
  port?: number;
  heapMb?: number;
  /** Turns auth on; the password of user neo4j, unless `home` has one already. For tests: it shows in the process list. */
  password?: string;
}

export interface RunningNeo4j {
  version: Neo4jVersion;
  uri: string;
  home: string;
  port: number;
  pid: number;
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** SIGTERM: data is flushed. Waits for the end; rejects if the server had died unasked. Can be called again. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut would. Waits for the end; keeps even a temporary home, for a start on the same one. */
  kill(): Promise<void>;
}

/**
 * Returns when queries can be run, at most 90 s after the jars are there. To start again where a killed server was,
 * call it with that server's `home` and `port`; a temporary home is then removed by the stop of the new server.
 */
export async function startNeo4j(options: StartNeo4jOptions): Promise<RunningNeo4j> {
  const { version, port = 0, heapMb = 1_500, password } = options;
  const java = await findJava({ minimum: minimumJava[version], by: `Neo4j ${version}` });
  const lib = await fetchJars(version);
  const home = options.home === undefined ? await makeTemporaryHome() : resolve(options.home);
  await mkdir(home, { recursive: true });

  const flags = javaFlags(java, heapMb);
  const server = spawnServer({ java: java.command, flags, lib, home, port, password });
  try {
    const realPort = await runWithin(startLimitMs, server.ready);
    return describeRunning(version, home, realPort, server);
  } catch (error) {
    await server.end('SIGKILL');
    if (options.home === undefined) await removeTemporaryHome(home);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Neo4j ${version} did not start: ${reason}. It printed:\n${server.output}`);
  }
}

function describeRunning(
  version: Neo4jVersion,
  home: string,
  port: number,
  server: ServerProcess,
): RunningNeo4j {
  let hasEnded = false;
  let wasAsked = false;
  const ended = server.closed.then(() => {
    hasEnded = true;
  });
  return {
    version,
    uri: `bolt://127.0.0.1:${port}`,
    home,
    port,
    pid: server.pid,
    ended,
    async stop() {
      const diedUnasked = hasEnded && !wasAsked;
      wasAsked = true;
      await server.end('SIGTERM');
      await removeTemporaryHome(home);
      if (diedUnasked)
        throw new Error(
          `Neo4j ${version} died unasked: ${server.describeEnd()}. It printed:\n${server.output}`,
        );
    },
    async kill() {
      wasAsked = true;
      await server.end('SIGKILL');
    },
  };
}
