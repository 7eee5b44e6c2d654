/** A server over Neo4j is administered as one over the embedded engine; for backups it names the tools of Neo4j. */
import { describe, expect, it } from 'vitest';
import { migrate } from '../../src/records/migrate.js';
import { type OpenStore, useStore } from '../store/use-store.js';
import { importText } from '../support/import-text.js';
import { makeKey } from '../support/make-key.js';
import { postQuery } from '../support/post-query.js';
import { serveStore } from '../support/serve-store.js';
import { smallGraphYaml } from '../support/small-graph.js';

export function describeAdministration(openStore: OpenStore): void {
  describe('an administrator', () => {
    const store = useStore(openStore);

    it('keeps keys, mends flows, sees migrations, and is told what backs Neo4j up', async () => {
      await importText(store(), smallGraphYaml);
      await migrate(store(), new Date('2026-03-09T12:00:00Z'));
      const { id, text } = await makeKey(store(), 'ADMIN', 'grace');
      const server = await serveStore({ ...store(), close: async () => undefined });
      const administer = async (query: string): Promise<unknown> =>
        (await postQuery(server.url, query, { token: text })).data;
      try {
        expect(
          await administer('{ consistency { faults } migrations { id at } apiKeys { id createdBy } }'),
        ).toEqual({
          consistency: { faults: [] },
          migrations: [{ id: 1, at: '2026-03-09T12:00:00.000Z' }],
          apiKeys: [{ id, createdBy: 'test' }],
        });
        await store().write((writer) => writer.run('MATCH (:Company)-[edge:OWNS]->(:Company) DELETE edge'));
        expect(await administer('{ consistency { faults } }')).not.toEqual({ consistency: { faults: [] } });
        expect(await administer('mutation { rebuildFlows { userErrors { message } } }')).toEqual({
          rebuildFlows: { userErrors: [] },
        });
        expect(await administer('{ consistency { faults } }')).toEqual({ consistency: { faults: [] } });
        expect(
          await administer(`mutation { revokeApiKey(id: "${id}") { apiKey { id } userErrors { code } } }`),
        ).toEqual({ revokeApiKey: { apiKey: null, userErrors: [{ code: 'VALIDATION_FAILED' }] } });
        expect(await administer('mutation { backup { path userErrors { code message } } }')).toEqual({
          backup: {
            path: null,
            userErrors: [
              {
                code: 'VALIDATION_FAILED',
                message: expect.stringMatching(
                  /^The graph is in Neo4j\/\S+, whose own tools back it up: neo4j-admin database backup /,
                ),
              },
            ],
          },
        });
      } finally {
        await server.stop();
      }
    });
  });
}
