/** Resolves what the records of a kind point to, and what points to them. */
import type { ReferenceField } from '../../model/field.js';
import type { AnyRecord, Kind, RecordInterface } from '../../model/kind.js';
import { companyKind, interfaces, kinds, kindsNamed, referencesOf } from '../../model/registry.js';
import { loadReferred } from '../changes/known-records.js';
import type { RequestContext } from '../context.js';
import type { ResolvedField } from '../types/decorate.js';
import { connect, listRequest, toEdgePage } from './connection.js';
import { connectionOf } from './connection-types.js';
import { typeNamed } from './record-types.js';

type RecordField = ResolvedField<RequestContext>;

/** `cloudContracts` from the supplier is `cloudContractsAsSupplier`; from a chip, where one field points, `cloudContracts`. */
export function reverseName(kind: Kind, name: string, field: ReferenceField): string {
  if (field.reverse !== undefined) return field.reverse;
  if (field.to !== companyKind.name) return kind.section;
  return `${kind.section}As${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The fields of a kind that point to other records. */
export const referenceFields = (kind: Kind): RecordField[] =>
  referencesOf(kind).map(([name, field]) => {
    const type = () => typeNamed(field.to);
    return {
      name,
      description: field.description,
      isNullable: !field.isRequired && !field.isList,
      type: field.isList ? () => [type()] : type,
      resolve: async (root: AnyRecord, context) => {
        const value = root[name];
        if (value === undefined) return undefined;
        if (!Array.isArray(value)) return loadReferred(root, value as string, context);
        const found = await Promise.all(value.map((id: string) => loadReferred(root, id, context)));
        return found.filter((one) => one !== undefined);
      },
    };
  });

/** Who pays and who is paid, by the money that the kind's deals cast. */
export function partyFields(kind: Kind): RecordField[] {
  const pays = kind.casts.find(({ flow }) => flow === 'PAYS');
  if (pays === undefined) return [];
  const party = (name: string, field: string, description: string): RecordField => ({
    name,
    description,
    isNullable: false,
    type: () => typeNamed('Company'),
    resolve: (root: AnyRecord, context) => loadReferred(root, root[field] as string, context),
  });
  return [
    party('payer', pays.from, 'Who pays: the customer, the investor, the acquirer.'),
    party('payee', pays.to, 'Who is paid: the supplier, the investee, the target.'),
  ];
}

interface Pointer {
  readonly kind: Kind;
  readonly name: string;
  readonly field: ReferenceField;
}

const pointers: readonly Pointer[] = kinds.flatMap((kind) =>
  referencesOf(kind).map(([name, field]) => ({ kind, name, field })),
);

type Listed = Kind | RecordInterface;

/** Where several kinds share a reverse field, it lists the interface that they share. */
function listedBy(sharing: readonly Pointer[]): Listed {
  const [first] = sharing;
  if (first === undefined) throw new Error('a reverse field has at least one kind that points');
  if (sharing.length === 1) return first.kind;
  const shared = interfaces.findLast(({ name }) =>
    sharing.every(({ kind }) => kind.interfaces.includes(name)),
  );
  if (shared === undefined) throw new Error(`the kinds behind ${first.field.reverse} share no interface`);
  return shared;
}

function relatedField(
  name: string,
  description: string,
  listed: Listed,
  relationships: readonly string[],
): RecordField {
  const { type, args } = connectionOf(listed, () => typeNamed(listed.name));
  const relation = { relationships };
  return {
    name,
    description,
    isNullable: false,
    type: () => type,
    args,
    resolve: (root: AnyRecord, { loaders }, given) => {
      const request = listRequest(listed, given);
      return connect(
        async () => toEdgePage(await loaders.related(listed, relation, root.id, request)),
        () => loaders.relatedCount(listed, relation, root.id, request.filter),
      );
    },
  };
}

/** The connections of a kind to all records that point to it. */
export function reverseFields(target: Kind): RecordField[] {
  const sharingByName = new Map<string, Pointer[]>();
  for (const pointer of pointers) {
    if (!kindsNamed(pointer.field.to).includes(target)) continue;
    const name = reverseName(pointer.kind, pointer.name, pointer.field);
    sharingByName.set(name, [...(sharingByName.get(name) ?? []), pointer]);
  }
  return [...sharingByName].map(([name, sharing]) => {
    const listed = listedBy(sharing);
    const relationships = [...new Set(sharing.map(({ field }) => field.relationship))];
    const roles = [...new Set(sharing.map((pointer) => pointer.name))].join(' or ');
    return relatedField(name, `The ${listed.name} records that name it as ${roles}.`, listed, relationships);
  });
}

/** All deals of a company, whatever its part in them. */
export function dealsField(): RecordField {
  const deal = interfaces.find(({ name }) => name === 'Deal') as RecordInterface;
  const parties = kindsNamed('Deal').flatMap((kind) =>
    referencesOf(kind).flatMap(([, field]) => (field.to === companyKind.name ? [field.relationship] : [])),
  );
  return relatedField('deals', 'All deals that it is a party to.', deal, [...new Set(parties)]);
}
