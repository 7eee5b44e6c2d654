/** Work on the graph as a whole: is it consistent, make its flows anew, back it up, what was migrated. */
import { Int } from 'type-graphql';
import { type BackupReport, backUp } from '../../records/back-up.js';
import { checkConsistency } from '../../records/check-consistency.js';
import { type RebuildReport, rebuildFlows } from '../../records/rebuild-flows.js';
import { listMigrations, type RecordedMigration } from '../../records/recorded-migrations.js';
import type { RequestContext } from '../context.js';
import { answerType, nullable, value } from '../types/answer.js';
import type { ResolvedField } from '../types/decorate.js';
import { BigIntScalar, DateTimeScalar } from '../types/scalars.js';
import { forAdministrators, orRefused, type Refusal, userErrors } from './administer.js';

const consistency = answerType<{ readonly faults: readonly string[] }>(
  'Consistency',
  'Whether what is derived from the records agrees with them.',
  {
    faults: value(
      () => [String],
      'What does not agree, a line each, at most 100; empty for a consistent graph.',
    ),
  },
);

const migration = answerType<RecordedMigration>(
  'Migration',
  'What was done once to a graph that an older version wrote.',
  {
    id: value(() => Int, 'Its number, from 1.'),
    at: value(() => DateTimeScalar, 'When it was done.'),
    title: nullable(value(() => String, 'What it did; null for one of a newer version than this server.')),
  },
);

const rebuildPayload = answerType<Partial<RebuildReport> & Refusal>(
  'RebuildFlowsPayload',
  'What was made anew.',
  {
    records: nullable(value(() => Int, 'How many records cast flows; null where it was refused.')),
    edges: nullable(value(() => Int, 'How many flow edges there are now; null where it was refused.')),
    userErrors,
  },
);

const backupPayload = answerType<Partial<BackupReport> & Refusal>(
  'BackupPayload',
  'A backup, or why there is none.',
  {
    path: nullable(
      value(() => String, 'Where it is on the machine of the server; null where it was refused.'),
    ),
    bytes: nullable(value(() => BigIntScalar, 'How large it is; null where it was refused.')),
    records: nullable(value(() => Int, 'How many live records it holds; null where it was refused.')),
    sequence: nullable(
      value(
        () => Int,
        'The number of the last change in it: it holds all up to that one, and none after it; null where it was refused.',
      ),
    ),
    userErrors,
  },
);

export const upkeepQueries: readonly ResolvedField<RequestContext>[] = [
  {
    name: 'consistency',
    description:
      'Checks that flow edges, references and names agree with the records. It reads all of them, however long that takes. Needs the role ADMIN. Example: `{ consistency { faults } }`.',
    isNullable: false,
    type: () => consistency.type,
    resolve: forAdministrators(async ({ graph }, { signal }) => ({
      faults: await graph.store.read(checkConsistency, { signal }),
    })),
  },
  {
    name: 'migrations',
    description:
      'The migrations that are recorded in the graph, in order; a server runs those that are missing when it starts. Needs the role ADMIN. Example: `{ migrations { id at title } }`.',
    isNullable: false,
    type: () => [migration.type],
    resolve: forAdministrators(({ graph }, { signal }) => graph.store.read(listMigrations, { signal })),
  },
];

export const upkeepMutations: readonly ResolvedField<RequestContext>[] = [
  {
    name: 'rebuildFlows',
    description:
      'Makes all flow edges anew from the deals and ownerships, in one transaction; other writes wait for it. Needs the role ADMIN. Example: `mutation { rebuildFlows { records edges } }`.',
    isNullable: false,
    type: () => rebuildPayload.type,
    resolve: forAdministrators(async ({ graph, loaders }, { signal }) => {
      const report = await orRefused(() => rebuildFlows(graph.store, new Date(), { signal }));
      loaders.forget();
      return report;
    }),
  },
  {
    name: 'backup',
    description:
      'Writes one state of the embedded graph into a new file in the folder `backups` under DATA_DIR, while others read and write; `ai-infra-graph restore` makes a graph of it. Neo4j has tools of its own, which the refusal names. Needs the role ADMIN. Example: `mutation { backup { path bytes sequence userErrors { message } } }`.',
    isNullable: false,
    type: () => backupPayload.type,
    resolve: forAdministrators(({ graph }, { signal }) =>
      orRefused(() => backUp(graph.store, new Date(), { signal })),
    ),
  },
];

export const upkeepResolvers = [consistency, migration, rebuildPayload, backupPayload].flatMap(
  ({ resolvers }) => resolvers,
);
