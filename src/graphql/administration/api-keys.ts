/** The API keys: listed, made and revoked by administrators. */
import { ID } from 'type-graphql';
import {
  createKey,
  findKey,
  listKeys,
  revokeKey,
  revokeUnlessLast,
  type StoredKey,
} from '../../auth/stored-keys.js';
import { type Role, role } from '../../model/actor.js';
import type { RequestContext } from '../context.js';
import { type AnswerType, answerType, nullable, value } from '../types/answer.js';
import { argument, optional } from '../types/arguments.js';
import type { ResolvedField } from '../types/decorate.js';
import { enumOf } from '../types/enums.js';
import { DateTimeScalar } from '../types/scalars.js';
import { forAdministrators, orRefused, type Refusal, userErrors } from './administer.js';

enumOf(role);

const apiKey = answerType<StoredKey>(
  'ApiKey',
  'A key with which a program shows who it is. Of its secret the graph has only a hash, which nobody can ask for.',
  {
    id: value(() => ID, 'Its public part: what stands in the key behind its first underscore.'),
    name: value(() => String, 'Who holds it; the changes that it makes name it.'),
    role: value(() => enumOf(role), 'What its holder may do.'),
    createdAt: value(() => DateTimeScalar, 'When it was made.'),
    createdBy: nullable(value(() => String, 'Who made it; null of a key of an older version.')),
    revokedAt: nullable(value(() => DateTimeScalar, 'When it was revoked; null while it is valid.')),
    revokedBy: nullable(value(() => String, 'Who revoked it; null while it is valid.')),
  },
);

interface CreatedKey extends Refusal {
  readonly apiKey?: StoredKey;
  readonly secret?: string;
}

const createPayload: AnswerType = answerType<CreatedKey>(
  'CreateApiKeyPayload',
  'A new key, or why there is none.',
  {
    apiKey: nullable(value(() => apiKey.type, 'What is kept of it; null where it was refused.')),
    secret: nullable(
      value(
        () => String,
        'The whole key, as its holder sends it in `Authorization: Bearer ...`. It is in this answer only; null where it was refused.',
      ),
    ),
    userErrors,
  },
);

const revokePayload: AnswerType = answerType<CreatedKey>(
  'RevokeApiKeyPayload',
  'The key that was revoked, or why it was not.',
  {
    apiKey: nullable(value(() => apiKey.type, 'The key as it is now; null where it was refused.')),
    userErrors,
  },
);

export const apiKeyQueries: readonly ResolvedField<RequestContext>[] = [
  {
    name: 'apiKeys',
    description:
      'All API keys, also the revoked ones, oldest first. Needs the role ADMIN. Example: `{ apiKeys { id name role createdAt revokedAt } }`.',
    isNullable: false,
    type: () => [apiKey.type],
    resolve: forAdministrators(({ graph }, { signal }) => graph.store.read(listKeys, { signal })),
  },
];

export const apiKeyMutations: readonly ResolvedField<RequestContext>[] = [
  {
    name: 'createApiKey',
    description:
      'Makes an API key, and shows it this once. Needs the role ADMIN. Example: `mutation { createApiKey(name: "newsroom", role: EDITOR) { secret userErrors { message } } }`.',
    isNullable: false,
    type: () => createPayload.type,
    args: [
      argument('name', () => String, 'Who is to hold it, in 1 to 100 characters: "newsroom".'),
      argument('role', () => enumOf(role), 'What its holder may do.'),
    ],
    resolve: forAdministrators(({ graph }, { name: by, signal }, { name, role: given }) =>
      orRefused(() =>
        graph.store.write(
          async (writer) => {
            const request = { name: name as string, role: given as Role, by, now: new Date() };
            const { id, text } = await createKey(writer, request);
            return { apiKey: await findKey(writer, id), secret: text };
          },
          { signal },
        ),
      ),
    ),
  },
  {
    name: 'revokeApiKey',
    description:
      'Ends an API key for good; one that was revoked before stays as it was. The last valid key of an ADMIN is refused unless `allowLast` is true. Needs the role ADMIN. Example: `mutation { revokeApiKey(id: "3f2a9c01b7de") { apiKey { revokedAt } userErrors { message } } }`.',
    isNullable: false,
    type: () => revokePayload.type,
    args: [
      argument('id', () => ID, 'The id of the key, as `apiKeys` lists it.'),
      optional(
        'allowLast',
        () => Boolean,
        'Revoke it even where it is the last valid key of an ADMIN: keys can then be managed by tokens of the issuer alone, or where the graph is.',
        false,
      ),
    ],
    resolve: forAdministrators(({ graph }, { name: by, signal }, { id, allowLast }) => {
      const revoke = allowLast === true ? revokeKey : revokeUnlessLast;
      return orRefused(async () => ({
        apiKey: await graph.store.write((writer) => revoke(writer, id as string, { by, now: new Date() }), {
          signal,
        }),
      }));
    }),
  },
];

export const apiKeyResolvers = [apiKey, createPayload, revokePayload].flatMap(({ resolvers }) => resolvers);
