/** Tokens (JWT) of an outside issuer: whose they are and what they may do, checked against the issuer's public keys. */
import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { AppError } from '../errors.js';
import { type Actor, type Role, role } from '../model/actor.js';
import { type Bearer, tokenExpired } from './bearer.js';
import type { TokenAlgorithm } from './token-algorithms.js';

export interface Issuer {
  /** As the claim `iss` must have it. */
  readonly name: string;
  /** As the claim `aud` must have it, or one of its values. */
  readonly audience: string;
  /** Where its public keys are: a URL, asked again when they rotate; or a file, read once. */
  readonly keys: { readonly url: string } | { readonly file: string };
  readonly algorithms: readonly TokenAlgorithm[];
  /** The claim with the role, or a path of claims: `realm_access.roles`. */
  readonly roleClaim: string;
  /** How far its clock and ours may differ. */
  readonly clockSkewSeconds: number;
}

/** Who holds a token. Rejects with UNAUTHENTICATED one that is not valid, with UNAVAILABLE if there are no keys to check it. */
export type VerifyToken = (token: string) => Promise<Bearer>;

const FETCH_TIMEOUT_MS = 5_000;
const MAX_SUBJECT_LENGTH = 200;

async function publicKeysOf({ keys }: Issuer): Promise<JWTVerifyGetKey> {
  if ('url' in keys) return createRemoteJWKSet(new URL(keys.url), { timeoutDuration: FETCH_TIMEOUT_MS });
  try {
    return createLocalJWKSet(JSON.parse(await readFile(keys.file, 'utf8')) as JSONWebKeySet);
  } catch (cause) {
    throw new Error(`JWT_JWKS_FILE: ${keys.file} can't be read as a JSON Web Key Set`, { cause });
  }
}

/** What each fault of a token means to its holder, by the code that `jose` gives it. */
const refusals: Readonly<Record<string, string>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: 'The token is signed with an algorithm that is not accepted here.',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'The token was not signed by the issuer that is trusted here.',
  ERR_JWKS_NO_MATCHING_KEY: 'The token was not signed by a key of the issuer that is trusted here.',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'The token does not say which key of the issuer signed it.',
  ERR_JWT_INVALID: 'The token is malformed.',
  ERR_JWS_INVALID: 'The token is malformed.',
  ERR_JOSE_NOT_SUPPORTED: 'The token has a form that is not accepted here.',
};

const refusedFor = (claim: string): AppError =>
  new AppError('UNAUTHENTICATED', `The token is not accepted here because of its claim "${claim}".`);

function translateFault(fault: unknown): AppError {
  if (fault instanceof errors.JWTExpired) return tokenExpired();
  if (fault instanceof errors.JWTClaimValidationFailed) return refusedFor(fault.claim);
  const message = fault instanceof errors.JOSEError ? refusals[fault.code] : undefined;
  // No cause: it would bring the token's content into the log.
  if (message !== undefined) return new AppError('UNAUTHENTICATED', message);
  // All that is left is a fault of getting the keys.
  return new AppError('UNAVAILABLE', "The issuer's keys can't be had at the moment; try again.", {
    cause: fault,
  });
}

const inside = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** Some issuers have dots in the name of a claim, so the whole name goes first. */
const claimAt = (payload: JWTPayload, path: string): unknown =>
  inside(payload, path) ?? path.split('.').reduce<unknown>(inside, payload);

/** The highest role among those that the claim names; other names say nothing here. */
function roleIn(claim: unknown): Role {
  const names = (Array.isArray(claim) ? claim : [claim])
    .filter((name) => typeof name === 'string')
    .flatMap((name) => name.toUpperCase().split(/[\s,]+/));
  return role.values.findLast((one) => names.includes(one)) ?? 'READER';
}

function actorOf(payload: JWTPayload, { name, roleClaim }: Issuer): Actor {
  const { sub } = payload;
  if (typeof sub !== 'string' || sub === '' || sub.length > MAX_SUBJECT_LENGTH || /\p{Cc}/u.test(sub)) {
    throw refusedFor('sub');
  }
  return { name: `${sub} (${name})`, role: roleIn(claimAt(payload, roleClaim)) };
}

/** When we stop accepting it, by our clock. The claim `exp` is there: it is required. */
const endOf = ({ exp = 0 }: JWTPayload, { clockSkewSeconds }: Issuer): number =>
  (exp + clockSkewSeconds) * 1000;

/** Rejects when the file of keys can't be read. A URL of keys is first asked when a token comes. */
export async function createTokenVerifier(issuer: Issuer): Promise<VerifyToken> {
  const publicKeys = await publicKeysOf(issuer);
  const options = {
    issuer: issuer.name,
    audience: issuer.audience,
    algorithms: [...issuer.algorithms],
    clockTolerance: issuer.clockSkewSeconds,
    requiredClaims: ['exp', 'sub'],
  };
  return async (token) => {
    const { payload } = await jwtVerify(token, publicKeys, options).catch((fault: unknown) => {
      throw translateFault(fault);
    });
    return { actor: actorOf(payload, issuer), endsAt: endOf(payload, issuer) };
  };
}
