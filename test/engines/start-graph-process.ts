/** Starts graph-process.ts and follows what it says. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./graph-process.ts', import.meta.url));

export interface GraphProcess {
  /** Resolves when it has said this line; rejects with what it wrote to standard error if it ends before. */
  says(line: string): Promise<void>;
  /** All that it has said until now. */
  readonly lines: readonly string[];
  /** Kills it as a power cut would, and waits for its end. */
  kill(): Promise<void>;
  /** Lets it end by itself, and gives its exit code. */
  end(): Promise<number | null>;
}

export function startGraphProcess(...args: readonly string[]): GraphProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Map<string, () => void>();
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    waiting.get(line)?.();
  });
  const closed = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return {
    lines,
    async says(line) {
      if (lines.includes(line)) return;
      const said = new Promise<void>((resolve) => {
        waiting.set(line, resolve);
      });
      const ended = closed.then((code) => {
        throw new Error(`it ended with ${code} before it said "${line}": ${errors}`);
      });
      await Promise.race([said, ended]);
    },
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
