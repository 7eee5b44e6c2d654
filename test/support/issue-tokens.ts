/** An issuer of tokens outside of the product: it has keys of its own, publishes the public ones and signs what it is told. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const issuer = 'https://login.example.com/';
export const audience = 'ai-infra-graph';

/** Seconds since 1970. */
export const nowInSeconds = (): number => Math.floor(Date.now() / 1000);

/** Claims of a token that is good for an hour. */
export const goodClaims = (): JWTPayload => ({
  iss: issuer,
  aud: audience,
  sub: 'ada',
  exp: nowInSeconds() + 3600,
});

export interface TokenIssuer {
  /** Its public keys, as a JSON Web Key Set. */
  readonly keySet: string;
  /** The public RSA key as text, which forgers know too. */
  readonly publicRsaKey: string;
  sign(claims: JWTPayload, algorithm?: string): Promise<string>;
}

export async function createIssuer(): Promise<TokenIssuer> {
  const pairs = new Map(
    await Promise.all(
      ['RS256', 'PS256', 'ES256', 'EdDSA'].map(
        async (algorithm) => [algorithm, await generateKeyPair(algorithm, { extractable: true })] as const,
      ),
    ),
  );
  const pairOf = (algorithm: string) => {
    const pair = pairs.get(algorithm);
    if (pair === undefined) throw new Error(`the issuer has no key for ${algorithm}`);
    return pair;
  };
  const keys = await Promise.all(
    [...pairs].map(async ([alg, { publicKey }]) => ({ ...(await exportJWK(publicKey)), alg, kid: alg })),
  );
  return {
    keySet: JSON.stringify({ keys }),
    publicRsaKey: await exportSPKI(pairOf('RS256').publicKey),
    sign: (claims, algorithm = 'RS256') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: algorithm, kid: algorithm })
        .sign(pairOf(algorithm).privateKey),
  };
}

/** Writes a key set to a file of its own. */
export async function writeKeySet(keySet: string): Promise<{ file: string; remove(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-keys-'));
  const file = join(directory, 'jwks.json');
  await writeFile(file, keySet);
  return { file, remove: () => rm(directory, { recursive: true }) };
}

export const encodePart = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
