// What a server says of its start is so.
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { findFreePort } from '../neo4j/watched-app.js';

it('says that it is connected only once it is: not where it was stopped before', async () => {
  const lines: string[] = [];
  const config = readConfig({ PORT: '0', NEO4J_URI: `bolt://127.0.0.1:${await findFreePort()}` });
  const app = await startApp(
    config,
    pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
  );
  await expect.poll(() => lines.join('')).toContain('Neo4j cannot be reached');
  await app.stop();
  expect(lines.join('')).not.toContain('"connected"');
});
