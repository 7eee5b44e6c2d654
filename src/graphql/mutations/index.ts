/** All writes: one `upsert` for each kind of record, and for all of them `retract`, `restore` and `importFacts`. */
import { ID, Int } from 'type-graphql';
import type { Kind } from '../../model/kind.js';
import { kinds } from '../../model/registry.js';
import { MAX_REASON_LENGTH, type WriteOptions, type WriteOutcome } from '../../records/attempt-write.js';
import { restoreRecord } from '../../records/restore-record.js';
import { retractRecord } from '../../records/retract-record.js';
import { upsertRecord } from '../../records/upsert-record.js';
import type { RequestContext } from '../context.js';
import { NodeType, typeNamed } from '../records/record-types.js';
import { requireRole } from '../require-role.js';
import { argument, optional } from '../types/arguments.js';
import { createMutations, type GraphQLClass, type ResolvedField } from '../types/decorate.js';
import { importField } from './import-facts.js';
import { importResolvers } from './import-types.js';
import { inputOf } from './input-types.js';
import { payloadOf } from './payloads.js';
import { userErrorResolvers } from './user-error.js';

type Arguments = Readonly<Record<string, unknown>>;
type MutationField = ResolvedField<RequestContext>;

const ifVersion = optional(
  'ifVersion',
  () => Int,
  'Write only if the record still has this version, so that nobody else’s write is lost; 0: only if it is not there. Left out: whatever version it has.',
);
const reasonText = `Why, in at most ${MAX_REASON_LENGTH} characters; kept with the change.`;
const reason = optional('reason', () => String, reasonText);
const idArgument = argument('id', () => ID, 'The id of the record: "openai-aws-2025-11".');

/** Runs a write in the name of who asks. Rejects with UNAUTHENTICATED or FORBIDDEN who may not write. */
async function write(
  context: RequestContext,
  args: Arguments,
  run: (options: WriteOptions & { reason: string }) => Promise<WriteOutcome>,
): Promise<WriteOutcome> {
  const { name } = requireRole(context, 'EDITOR');
  const outcome = await run({
    actor: name,
    reason: ((args.reason as string | undefined) ?? '').trim(),
    ifVersion: args.ifVersion as number | undefined,
    signal: context.signal,
  });
  context.loaders.forget();
  return outcome;
}

const payloads = new Map(kinds.map((kind) => [kind, payloadOf(kind.name, () => typeNamed(kind.name))]));
const recordPayload = payloadOf('Record', () => NodeType);

const upsert = (kind: Kind): MutationField => ({
  name: `upsert${kind.name}`,
  description: `Writes a ${kind.name}, whole: makes it, or gives it these values, and takes away those that are left out. Writing what is there already changes nothing. Needs the role EDITOR. ${kind.description}`,
  isNullable: false,
  type: () => payloads.get(kind)?.type,
  args: [argument('input', () => inputOf(kind), 'The record as it is to be.'), ifVersion, reason],
  resolve: (_root, context, args) =>
    write(context, args, (options) => upsertRecord(context.graph.store, kind, args.input, options)),
});

const retract: MutationField = {
  name: 'retract',
  description:
    'Takes a record back: nothing shows it any more but its history, its id stays taken, and it can be restored. Refused while other records refer to it; retracting it again changes nothing. Needs the role EDITOR.',
  isNullable: false,
  type: () => recordPayload.type,
  args: [idArgument, argument('reason', () => String, reasonText), ifVersion],
  resolve: (_root, context, args) =>
    write(context, args, (options) => retractRecord(context.graph.store, args.id as string, options)),
};

const restore: MutationField = {
  name: 'restore',
  description:
    'Brings a retracted record back with the values that it had; what it refers to must be there. Restoring one that is not retracted changes nothing. Needs the role EDITOR.',
  isNullable: false,
  type: () => recordPayload.type,
  args: [idArgument, reason, ifVersion],
  resolve: (_root, context, args) =>
    write(context, args, (options) => restoreRecord(context.graph.store, args.id as string, options)),
};

/** The resolver classes of all writes. */
export const mutationResolvers: readonly GraphQLClass[] = [
  createMutations('Writes', [...kinds.map(upsert), retract, restore, importField]),
  ...[...payloads.values(), recordPayload].flatMap(({ resolvers }) => resolvers),
  ...importResolvers,
  ...userErrorResolvers,
];
