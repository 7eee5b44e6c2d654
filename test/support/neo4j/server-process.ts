// One run of Neo4jServer.java: from spawn to ready to closed.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { endWithProcess } from './end-with-process.js';
import { OutputTail } from './output-tail.js';
import { runWithin } from './run-within.js';

const serverFile = fileURLToPath(new URL('./Neo4jServer.java', import.meta.url));
const stopLimitMs = 30_000;

export interface ServerProcess {
  pid: number;
  /** Resolves with the port; rejects if the server ends first. */
  ready: Promise<number>;
  /** Resolves when the process has ended, for whatever reason. Never rejects. */
  closed: Promise<void>;
  /** Returns when the process is gone: with SIGKILL if SIGTERM is not enough. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** How it ended, or that it has not. */
  describeEnd(): string;
  /** The end of what it printed. */
  output: OutputTail;
}

export interface ServerCommand {
  java: string;
  flags: string[];
  lib: string;
  home: string;
  port: number;
  password: string | undefined;
}

export function spawnServer(command: ServerCommand): ServerProcess {
  const { java, flags, lib, home, port, password } = command;
  const program = [serverFile, home, String(port), ...(password === undefined ? [] : [password])];
  // Its own process group: Ctrl-C reaches only us, and we stop it in order. The open pipe to its input ties it to us.
  const child = spawn(java, [...flags, '-cp', `${lib}/*`, ...program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  if (child.pid === undefined) {
    // The event that tells why comes later; findJava has just run this command.
    child.once('error', () => {});
    throw new Error(`cannot run ${java}`);
  }
  endWithProcess(child, home);

  const output = new OutputTail();
  output.follow(child.stdout);
  output.follow(child.stderr);
  // A server that dies takes its end of the pipe along; that is no error of ours.
  child.stdin.on('error', () => {});

  let ending = 'it still runs';
  const closed = new Promise<void>((resolve) => {
    child.once('close', (code, signal) => {
      ending = signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`;
      resolve();
    });
  });
  const ready = new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^neo4j ready on port (\d+)$/.exec(line);
      if (found) resolve(Number(found[1]));
    });
    void closed.then(() => reject(new Error(ending)));
  });
  // It rejects at every end; only who waits for it while starting wants to know.
  ready.catch(() => {});

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal);
    try {
      await runWithin(stopLimitMs, closed);
    } catch {
      child.kill('SIGKILL');
      await closed;
    }
  };

  return { pid: child.pid, ready, closed, end, output, describeEnd: () => ending };
}
