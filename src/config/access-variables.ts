/** Who may read and write: the variables about tokens and their issuer. */
import { z } from 'zod';
import { type TokenAlgorithm, tokenAlgorithms } from '../auth/token-algorithms.js';
import { flag, list, text, whole } from './variable.js';

const MAX_SKEW_SECONDS = 300;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

function isSafeToAsk(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}

export const accessVariables = {
  REQUIRE_AUTH: flag(false).describe('true: reading needs a token, too. Writing always does.'),
  JWT_ISSUER: z
    .string()
    .optional()
    .describe('Whose tokens (JWT) are accepted beside API keys: the exact text of their claim iss.'),
  JWT_AUDIENCE: z
    .string()
    .optional()
    .describe('For whom the tokens must be made: a value of their claim aud.'),
  JWT_JWKS_URL: z
    .string()
    .refine(isSafeToAsk, 'write an https:// address; http:// is for this machine only')
    .optional()
    .describe("Where the issuer's public keys are (JSON Web Key Set); asked again when they rotate."),
  JWT_JWKS_FILE: z
    .string()
    .optional()
    .describe("A file with the issuer's public keys, instead of JWT_JWKS_URL; read at start."),
  JWT_ROLE_CLAIM: text('role').describe(
    'The claim that names READER, EDITOR or ADMIN, alone or among others; dots lead into objects: realm_access.roles. Without one of them a token is a READER.',
  ),
  JWT_ALGORITHMS: list<TokenAlgorithm>(z.enum(tokenAlgorithms), ['RS256', 'ES256', 'EdDSA']).describe(
    `How tokens may be signed, with commas between: ${tokenAlgorithms.join(', ')}.`,
  ),
  JWT_CLOCK_SKEW_SECONDS: whole(30, 0, MAX_SKEW_SECONDS).describe(
    "How far the issuer's clock and ours may differ, in seconds.",
  ),
};

type Access = z.infer<z.ZodObject<typeof accessVariables>>;

/** What is missing, or too much, in the variables about the issuer; each with the variable that it is about. */
export function findIssuerFaults(access: Access): { variable: keyof Access; message: string }[] {
  const { JWT_ISSUER, JWT_AUDIENCE, JWT_JWKS_URL, JWT_JWKS_FILE } = access;
  const others = { JWT_AUDIENCE, JWT_JWKS_URL, JWT_JWKS_FILE };
  if (JWT_ISSUER === undefined) {
    return Object.entries(others)
      .filter(([, value]) => value !== undefined)
      .map(([name]) => ({ variable: name as keyof Access, message: 'it has no use without JWT_ISSUER' }));
  }
  const faults: { variable: keyof Access; message: string }[] = [];
  if (JWT_AUDIENCE === undefined) {
    faults.push({
      variable: 'JWT_AUDIENCE',
      message: 'JWT_ISSUER needs it: without it, tokens made for other services would be accepted',
    });
  }
  if ((JWT_JWKS_URL === undefined) === (JWT_JWKS_FILE === undefined)) {
    faults.push({
      variable: 'JWT_JWKS_URL',
      message: 'JWT_ISSUER needs either JWT_JWKS_URL or JWT_JWKS_FILE, and not both',
    });
  }
  return faults;
}
