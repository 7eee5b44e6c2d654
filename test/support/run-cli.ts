/** The command line as a user meets it: a process of its own, with what it prints and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  readonly process: ChildProcess;
  /** All that it has printed so far. */
  stdout(): string;
  /** Resolves as soon as it has printed this on its standard error; never where it does not. */
  said(text: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

export function startCli(args: readonly string[], environment: Record<string, string> = {}): RunningCli {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', SEED: 'never', ...environment },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return {
    process: child,
    stdout: () => stdout,
    said: (text) =>
      new Promise((resolve) => {
        child.stderr.on('data', () => {
          if (stderr.includes(text)) resolve();
        });
      }),
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout, stderr }));
    }),
  };
}

export const runCli = (args: readonly string[], environment?: Record<string, string>): Promise<Ended> =>
  startCli(args, environment).ended;
