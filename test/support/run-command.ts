/** Runs `ai-infra-graph` as its users do: as a process of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Nothing of the caller's own configuration gets through. */
const bareEnvironment = { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1' };

const start = (
  args: readonly string[],
  environment: Record<string, string>,
): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
    cwd: root,
    env: { ...bareEnvironment, ...environment },
  });

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. */
export async function runCommand(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Finished> {
  const child = start(args, environment);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const [exitCode] = (await once(child, 'close')) as [number];
  return { exitCode, stdout, stderr };
}

export interface Serving {
  readonly url: string;
  /** All that it has written so far, to standard output and standard error. */
  output(): string;
  /** Ends it as an orchestrator does, and waits until it has ended. */
  stop(): Promise<void>;
}

/** Starts `serve` on a free port, and waits until it says where it is. */
export async function runServe(environment: Record<string, string>): Promise<Serving> {
  const child = start(['serve'], { PORT: '0', ...environment });
  let written = '';
  const url = await new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      written += chunk;
      const [, found] = /Playground: +(http:\S+)\/graphql/.exec(written) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('close', () => reject(new Error(`it ended before it served:\n${written}`)));
  });
  return {
    url,
    output: () => written,
    async stop() {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    },
  };
}
