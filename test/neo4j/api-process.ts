/** The API as it is deployed beside Neo4j: a process of its own, which can be killed. */

import { pollUntil } from '../support/poll-until.js';
import { startCli } from '../support/run-cli.js';

export interface ApiProcess {
  /** Without a slash at the end. */
  readonly url: string;
  /** Kills it as a power cut would, and waits for its end. */
  kill(): Promise<void>;
}

const START_MS = 60_000;

export async function startApiProcess(environment: Record<string, string>): Promise<ApiProcess> {
  const cli = startCli(['serve'], { PORT: '0', ...environment });
  let url: string | undefined;
  const kill = async (): Promise<void> => {
    cli.process.kill('SIGKILL');
    await cli.ended;
  };
  try {
    await pollUntil(async () => {
      url = /http:\/\/[^/\s]+/.exec(cli.stdout())?.[0];
      if (cli.process.exitCode !== null) throw new Error(`it ended: ${(await cli.ended).stderr}`);
      return url !== undefined;
    }, START_MS);
  } catch (error) {
    await kill();
    throw error;
  }
  return { url: url ?? '', kill };
}
