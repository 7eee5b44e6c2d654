/** Tokens of an outside issuer: good ones are believed, and no forged, stale or foreign one is. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createIssuer,
  encodePart,
  goodClaims,
  issuer,
  nowInSeconds,
  type TokenIssuer,
  writeKeySet,
} from '../support/issue-tokens.js';
import { anyRead, postQuery, readAnswer, refusalOf } from '../support/post-query.js';
import { type RunningServer, startServer } from '../support/start-server.js';

let trusted: TokenIssuer;
let foreign: TokenIssuer;
let keys: Awaited<ReturnType<typeof writeKeySet>>;
let server: RunningServer;

beforeAll(async () => {
  [trusted, foreign] = await Promise.all([createIssuer(), createIssuer()]);
  keys = await writeKeySet(trusted.keySet);
  server = await startServer({
    JWT_ISSUER: issuer,
    JWT_AUDIENCE: 'ai-infra-graph',
    JWT_JWKS_FILE: keys.file,
    JWT_CLOCK_SKEW_SECONDS: '30',
  });
}, 60_000);

afterAll(async () => {
  await server?.stop();
  await keys?.remove();
});

const read = (token: string) => postQuery(server.url, anyRead, { token });
const refusal = async (token: string) => refusalOf(await read(token));

const notSigned = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'The token was not signed by the issuer that is trusted here.',
};
const wrongAlgorithm = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'The token is signed with an algorithm that is not accepted here.',
};
const wrongClaim = (claim: string) => ({
  status: 401,
  code: 'UNAUTHENTICATED',
  message: `The token is not accepted here because of its claim "${claim}".`,
});
const expired = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'The token has expired; get a new one.',
};

describe('a token of the issuer is believed', () => {
  test.each(['RS256', 'ES256', 'EdDSA'])('when it is signed with %s', async (algorithm) => {
    const { status, data } = await read(await trusted.sign(goodClaims(), algorithm));
    expect({ status, data }).toEqual({ status: 200, data: readAnswer });
  });

  test('when it is for several audiences, and we are one', async () => {
    const { status } = await read(await trusted.sign({ ...goodClaims(), aud: ['other', 'ai-infra-graph'] }));
    expect(status).toBe(200);
  });

  test('when it expired within the difference of clocks that is allowed', async () => {
    const { status } = await read(await trusted.sign({ ...goodClaims(), exp: nowInSeconds() - 10 }));
    expect(status).toBe(200);
  });
});

describe('a token is refused, also for reading,', () => {
  test('when it has expired', async () => {
    expect(await refusal(await trusted.sign({ ...goodClaims(), exp: nowInSeconds() - 60 }))).toEqual(expired);
  });

  test('when it is not valid yet', async () => {
    const token = await trusted.sign({ ...goodClaims(), nbf: nowInSeconds() + 120 });
    expect(await refusal(token)).toEqual(wrongClaim('nbf'));
  });

  test.each([
    ['iss', 'https://evil.example.com/'],
    ['iss', undefined],
    ['aud', 'another-service'],
    ['aud', undefined],
    ['exp', undefined],
    ['exp', 'never'],
    ['sub', undefined],
    ['sub', ''],
    ['sub', 'two\nlines'],
    ['sub', 'x'.repeat(201)],
  ])('when its claim %s is %j', async (claim, value) => {
    const token = await trusted.sign({ ...goodClaims(), [claim]: value });
    expect(await refusal(token)).toEqual(wrongClaim(claim));
  });

  test('when another issuer signed it with a key of the same name', async () => {
    expect(await refusal(await foreign.sign(goodClaims()))).toEqual(notSigned);
  });

  test('when the issuer signed it with an algorithm that is not on the list', async () => {
    expect(await refusal(await trusted.sign(goodClaims(), 'PS256'))).toEqual(wrongAlgorithm);
  });

  test.each(['none', 'None', 'NONE', ''])(
    'when its algorithm is "%s" and it has no signature',
    async (alg) => {
      const token = `${encodePart({ alg, typ: 'JWT' })}.${encodePart(goodClaims())}.`;
      const { status, code } = await refusal(token);
      expect({ status, code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    },
  );

  test.each(['HS256', 'HS384', 'HS512'])(
    'when the public key was used as a shared secret (%s)',
    async (alg) => {
      const signed = `${encodePart({ alg, kid: 'RS256' })}.${encodePart(goodClaims())}`;
      const hash = `sha${alg.slice(2)}`;
      const mark = createHmac(hash, trusted.publicRsaKey).update(signed).digest('base64url');
      expect(await refusal(`${signed}.${mark}`)).toEqual(wrongAlgorithm);
    },
  );

  test('when it brings its own key, or says where to fetch one', async () => {
    const [, payload, signature] = (await foreign.sign(goodClaims())).split('.');
    const [jwk] = (JSON.parse(foreign.keySet) as { keys: unknown[] }).keys;
    const header = encodePart({ alg: 'RS256', kid: 'mine', jwk, jku: 'https://evil.example.com/jwks' });
    expect((await refusal(`${header}.${payload}.${signature}`)).code).toBe('UNAUTHENTICATED');
  });

  test('when a claim was changed after it was signed', async () => {
    const [header, , signature] = (await trusted.sign(goodClaims())).split('.');
    const changed = encodePart({ ...goodClaims(), role: 'ADMIN' });
    expect(await refusal(`${header}.${changed}.${signature}`)).toEqual(notSigned);
  });

  test.each(['x', 'a.b', 'a.b.c', '..', 'e30.e30.e30', 'a.b.c.d.e'])(
    'when it is no token: %s',
    async (token) => {
      const { status, code } = await refusal(token);
      expect({ status, code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    },
  );
});

test('without an issuer in the configuration no such token is accepted', async () => {
  const plain = await startServer({ SEED: 'never' });
  try {
    expect(
      refusalOf(await postQuery(plain.url, anyRead, { token: await trusted.sign(goodClaims()) })),
    ).toEqual({
      status: 401,
      code: 'UNAUTHENTICATED',
      message: 'This is not an API key, and no issuer of tokens is trusted here.',
    });
  } finally {
    await plain.stop();
  }
});
