/** What a token of the issuer lets its holder do, and how its writes name him. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTokenVerifier } from '../../src/auth/issuer.js';
import {
  audience,
  createIssuer,
  goodClaims,
  issuer,
  type TokenIssuer,
  writeKeySet,
} from '../support/issue-tokens.js';

let trusted: TokenIssuer;
let keys: Awaited<ReturnType<typeof writeKeySet>>;

beforeAll(async () => {
  trusted = await createIssuer();
  keys = await writeKeySet(trusted.keySet);
});

afterAll(() => keys?.remove());

async function actorWith(claims: Record<string, unknown>, roleClaim = 'role') {
  const verify = await createTokenVerifier({
    name: issuer,
    audience,
    keys: { file: keys.file },
    algorithms: ['RS256'],
    roleClaim,
    clockSkewSeconds: 0,
  });
  const { actor } = await verify(await trusted.sign({ ...goodClaims(), ...claims }));
  return actor;
}

test('the subject and its issuer are the name of the actor', async () => {
  expect(await actorWith({ sub: 'ada', role: 'EDITOR' })).toEqual({
    name: 'ada (https://login.example.com/)',
    role: 'EDITOR',
  });
});

test.each([
  ['no role', {}, 'READER'],
  ['a role in lower case', { role: 'editor' }, 'EDITOR'],
  ['a list of roles, the highest of which counts', { role: ['READER', 'ADMIN', 'EDITOR'] }, 'ADMIN'],
  ['roles of other programs', { role: ['superuser', 'root', 'EDITORS'] }, 'READER'],
  ['roles in one text', { role: 'openid editor profile' }, 'EDITOR'],
  ['something that is no text', { role: { ADMIN: true } }, 'READER'],
  ['a number', { role: 2 }, 'READER'],
])('a token with %s', async (_name, claims, role) => {
  expect((await actorWith(claims)).role).toBe(role);
});

test('the claim with the role may lie inside others', async () => {
  const claims = { realm_access: { roles: ['offline_access', 'editor'] } };
  expect((await actorWith(claims, 'realm_access.roles')).role).toBe('EDITOR');
});

test('the claim with the role may have dots in its name', async () => {
  const claims = { 'https://graph.example.com/role': 'ADMIN' };
  expect((await actorWith(claims, 'https://graph.example.com/role')).role).toBe('ADMIN');
});

test.each(['__proto__', 'constructor.name', 'role.length', 'a.b.c'])(
  'the claim %s, which the token does not have, gives no role',
  async (roleClaim) => {
    expect((await actorWith({ role: 'nothing', a: null }, roleClaim)).role).toBe('READER');
  },
);
