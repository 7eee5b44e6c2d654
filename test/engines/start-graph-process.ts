/** Starts a script that works on an embedded graph in a process of its own, and follows what it says. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface GraphProcess {
  /** Resolves when it has said this; rejects with what it wrote to standard error if it ends before. */
  says(line: string): Promise<void>;
  /** The same for that many lines that begin so. */
  saysTimes(count: number, start: string): Promise<void>;
  /** All that it has said until now. */
  readonly lines: readonly string[];
  /** Gives it a line to read. */
  tell(line: string): void;
  /** Kills it as a power cut would, and waits for its end. */
  kill(): Promise<void>;
  /** Lets it end by itself, and gives its exit code. */
  end(): Promise<number | null>;
}

export function startGraphProcess(script: URL, ...args: readonly string[]): GraphProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(script), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  // A process that is killed takes its end of the pipe along.
  child.stdin.on('error', () => {});
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  const closed = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const saysTimes = async (count: number, start: string): Promise<void> => {
    let look = (): void => {};
    const said = new Promise<void>((resolve) => {
      look = () => {
        if (lines.filter((line) => line.startsWith(start)).length >= count) resolve();
      };
      waiting.add(look);
      look();
    });
    const ended = closed.then((code) => {
      throw new Error(`it ended with ${code} before it said "${start}" ${count} times: ${errors}`);
    });
    try {
      await Promise.race([said, ended]);
    } finally {
      waiting.delete(look);
    }
  };
  return {
    lines,
    says: (line) => saysTimes(1, line),
    saysTimes,
    tell: (line) => void child.stdin.write(`${line}\n`),
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    end() {
      child.stdin.end();
      return closed;
    },
  };
}
