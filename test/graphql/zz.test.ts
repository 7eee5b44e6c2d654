import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../support/ask.js';
import { type RunningServer, startServer } from '../support/start-server.js';
let server: RunningServer;
beforeAll(async () => { const t=performance.now(); server = await startServer(); console.log(performance.now()-t); });
afterAll(() => server.stop());
test('x', async () => { expect(await ask(server.url, '{__typename}')).toEqual({__typename:'Query'}); });
