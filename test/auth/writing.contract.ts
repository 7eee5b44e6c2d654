/** Who may write: every mutation of the schema, tried by everybody who may not. A new mutation is tried as soon as it is there. */
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../src/graphql/schema.js';
import { readLedger } from '../../src/records/ledger.js';
import type { OpenStore } from '../store/use-store.js';
import {
  audience,
  createIssuer,
  goodClaims,
  issuer,
  nowInSeconds,
  writeKeySet,
} from '../support/issue-tokens.js';
import { endKey, makeKey } from '../support/make-key.js';
import { postQuery } from '../support/post-query.js';
import { readWritten, type Written } from '../support/read-written.js';
import { sampleMutation } from '../support/sample-arguments.js';
import { serveStore } from '../support/serve-store.js';
import type { RunningServer } from '../support/start-server.js';

/** What is for administrators alone; all other mutations are for editors, too. */
const administration = ['createApiKey', 'revokeApiKey', 'rebuildFlows', 'backup'];
const mutations = Object.values(createSchema().getMutationType()?.getFields() ?? {});

export function describeWhoMayWrite(name: string, openStore: OpenStore): void {
  describe(`who may write to ${name}`, () => {
    let server: RunningServer;
    let keys: Awaited<ReturnType<typeof writeKeySet>>;
    const tokens = new Map<string, string>();
    /** As it was found after the last attempt. */
    let written: Written;

    beforeAll(async () => {
      const [trusted, foreign] = await Promise.all([createIssuer(), createIssuer()]);
      keys = await writeKeySet(trusted.keySet);
      server = await serveStore(await openStore(), {
        RATE_LIMIT_WITH_TOKEN: '0',
        JWT_ISSUER: issuer,
        JWT_AUDIENCE: audience,
        JWT_JWKS_FILE: keys.file,
      });
      const revoked = await makeKey(server.store, 'ADMIN');
      await endKey(server.store, revoked.id);
      const admin = { ...goodClaims(), role: 'ADMIN' };
      tokens.set('a key of a reader', (await makeKey(server.store, 'READER')).text);
      tokens.set('a token without a role', await trusted.sign(goodClaims()));
      tokens.set('a revoked key', revoked.text);
      tokens.set('a key that was made up', `aig_${revoked.id}_${'A'.repeat(43)}`);
      tokens.set('an expired token', await trusted.sign({ ...admin, exp: nowInSeconds() - 3600 }));
      tokens.set('a token of another issuer', await foreign.sign(admin));
      tokens.set('a token for another audience', await trusted.sign({ ...admin, aud: 'another-service' }));
      tokens.set('a key of an editor', (await makeKey(server.store, 'EDITOR')).text);
      tokens.set('a token of an editor', await trusted.sign({ ...goodClaims(), role: 'EDITOR' }));
      tokens.set('a token of an admin', await trusted.sign(admin));
      tokens.set('a key of an admin', (await makeKey(server.store, 'ADMIN')).text);
      written = await readWritten(server.store);
    }, 60_000);

    afterAll(async () => {
      await server?.stop();
      await keys?.remove();
    });

    /** What somebody is told who tries this mutation, and whether anything was written. */
    async function attempt(mutation: (typeof mutations)[number], holding: string) {
      const { query, variables } = sampleMutation(mutation);
      const token = tokens.get(holding);
      if (token === undefined && holding !== 'nothing') throw new Error(`nobody made ${holding}`);
      const { status, data, errors } = await postQuery(server.url, query, { token, variables });
      const before = written;
      written = await readWritten(server.store);
      const hasWritten = !isDeepStrictEqual(written, before);
      return { status, data, code: errors?.[0]?.extensions.code, hasWritten };
    }

    test('there are mutations for every way to write', () => {
      const names = mutations.map(({ name }) => name);
      expect(names).toEqual(
        expect.arrayContaining([
          'upsertCompany',
          'upsertCloudContract',
          'retract',
          'restore',
          'importFacts',
          ...administration,
        ]),
      );
    });

    describe.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
      '%s',
      (field, mutation) => {
        test('asks for a token', async () => {
          expect(await attempt(mutation, 'nothing')).toEqual({
            status: 200,
            data: null,
            code: 'UNAUTHENTICATED',
            hasWritten: false,
          });
        });

        const isAdministration = administration.includes(field);
        const editors = ['a key of an editor', 'a token of an editor'];
        const admins = ['a key of an admin', 'a token of an admin'];

        test.each(['a key of a reader', 'a token without a role', ...(isAdministration ? editors : [])])(
          'is not for %s',
          async (holding) => {
            expect(await attempt(mutation, holding)).toEqual({
              status: 200,
              data: null,
              code: 'FORBIDDEN',
              hasWritten: false,
            });
          },
        );

        test.each([
          'a revoked key',
          'a key that was made up',
          'an expired token',
          'a token of another issuer',
          'a token for another audience',
        ])('is not for %s', async (holding) => {
          expect(await attempt(mutation, holding)).toEqual({
            status: 401,
            data: undefined,
            code: 'UNAUTHENTICATED',
            hasWritten: false,
          });
        });

        test.each([...admins, ...(isAdministration ? [] : editors)])(
          'is for %s, who is only told what is wrong with the input',
          async (holding) => {
            const { code } = await attempt(mutation, holding);
            expect(['UNAUTHENTICATED', 'FORBIDDEN']).not.toContain(code);
          },
        );
      },
    );

    test('nothing was written by anybody', async () => {
      expect((await server.store.read(readLedger)).sequence).toBe(0);
    });
  });
}
