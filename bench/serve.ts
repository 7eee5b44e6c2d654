/** Servers in processes of their own, as those who ask meet them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Served {
  /** Where it is asked. */
  readonly url: string;
  readonly pid: number;
  /** Resolves once it has printed a line with this text. */
  said(text: string): Promise<void>;
  stop(): Promise<void>;
}

/** The settings of a server. */
export type Environment = Readonly<Record<string, string>>;

/** Starts a script, which has to print the address that it answers at. */
export async function serveScript(args: readonly string[], environment: Environment): Promise<Served> {
  const server = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const lines = createInterface({ input: server.stdout });
  const printed: string[] = [];
  lines.on('line', (line) => printed.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    void closed.then(() => reject(new Error(`${args.join(' ')} ended before it listened`)));
    lines.on('line', (line) => {
      const [found] = /http:\S+\/(?:graphql|cypher)/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    url,
    pid: server.pid as number,
    async said(text) {
      while (!printed.some((line) => line.includes(text))) await once(lines, 'line');
    },
    stop() {
      server.kill();
      return closed;
    },
  };
}

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** Starts the server that was built. */
export const serveOurs = (environment: Environment): Promise<Served> =>
  serveScript([cli, 'serve'], { PORT: '0', LOG_LEVEL: 'error', ...environment });
