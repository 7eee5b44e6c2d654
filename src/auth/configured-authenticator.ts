/** The authenticator that the configuration asks for. */
import type { Config } from '../config.js';
import type { GraphStore } from '../store/graph-store.js';
import { type Authenticate, createAuthenticator } from './authenticator.js';
import { createTokenVerifier, type Issuer } from './issuer.js';
import { type LookUpKey, rememberKeys } from './remembered-keys.js';
import { withWaitingKeys } from './waiting-keys.js';

/** Undefined where tokens of no issuer are accepted. */
function issuerOf(config: Config): Issuer | undefined {
  const { JWT_ISSUER, JWT_AUDIENCE, JWT_JWKS_URL, JWT_JWKS_FILE } = config;
  if (JWT_ISSUER === undefined || JWT_AUDIENCE === undefined) return undefined;
  return {
    name: JWT_ISSUER,
    audience: JWT_AUDIENCE,
    keys: JWT_JWKS_URL === undefined ? { file: JWT_JWKS_FILE ?? '' } : { url: JWT_JWKS_URL },
    algorithms: config.JWT_ALGORITHMS,
    roleClaim: config.JWT_ROLE_CLAIM,
    clockSkewSeconds: config.JWT_CLOCK_SKEW_SECONDS,
  };
}

/** Neo4j lets everybody in who may make keys; the embedded graph has one owner, beside whom others leave them. */
function keysOf({ NEO4J_URI, DATA_DIR }: Config, store: GraphStore): LookUpKey {
  const lookUp = rememberKeys(store, Date.now);
  return NEO4J_URI === undefined ? withWaitingKeys(lookUp, store, DATA_DIR) : lookUp;
}

/** Rejects when the file with the issuer's keys can't be read. */
export async function configureAuthenticator(config: Config, store: GraphStore): Promise<Authenticate> {
  const issuer = issuerOf(config);
  return createAuthenticator({
    lookUpKey: keysOf(config, store),
    verifyToken: issuer && (await createTokenVerifier(issuer)),
  });
}
