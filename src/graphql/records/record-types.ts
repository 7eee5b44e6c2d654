/** The GraphQL interfaces and object types of all kinds of record. */
import { ID, Int, InterfaceType } from 'type-graphql';
import type { FieldSpec } from '../../model/field.js';
import type { AnyRecord, Kind, RecordInterface } from '../../model/kind.js';
import { interfaces, kindOf, kinds } from '../../model/registry.js';
import {
  addField,
  createClass,
  createObjectType,
  type FieldDescription,
  type GraphQLClass,
} from '../types/decorate.js';
import { dealKind, enumOf } from '../types/enums.js';
import { outputType } from '../types/output-type.js';

/** The name of a record's GraphQL type. */
export const typeNameOf = (record: AnyRecord): string => kindOf(record.kind).name;

const idField: FieldDescription = {
  name: 'id',
  description: 'Its id: a slug, unique across all kinds, that never changes. Example: "openai-aws-2025-11".',
  isNullable: false,
  type: () => ID,
};

/** What every record is. */
export const NodeType = createClass('Node');
InterfaceType('Node', {
  description: 'Any record, by an id that is unique across all kinds. Example: `node(id: "openai") { id }`.',
  resolveType: typeNameOf,
})(NodeType);
addField(NodeType, idField);

const typesByName = new Map<string, GraphQLClass>([['Node', NodeType]]);

/** The GraphQL type of a kind, or of an interface of kinds. */
export function typeNamed(name: string): GraphQLClass {
  const type = typesByName.get(name);
  if (type === undefined) throw new Error(`there is no GraphQL type ${name}`);
  return type;
}

function describeField(name: string, field: FieldSpec): FieldDescription {
  const isList = 'isList' in field && field.isList;
  const type = () => (field.type === 'reference' ? typeNamed(field.to) : outputType(field));
  return {
    name,
    description: field.description,
    // A list is never null: without values it is empty.
    isNullable: !field.isRequired && !isList,
    type: isList ? () => [type()] : type,
  };
}

const describeFields = ({ fields }: Kind | RecordInterface): FieldDescription[] =>
  Object.entries(fields).map(([name, field]) => describeField(name, field));

/** The fields of every deal that follow from its kind. */
const dealFieldDescriptions: readonly FieldDescription[] = [
  { name: 'kind', description: 'The kind of deal.', isNullable: false, type: () => enumOf(dealKind) },
  {
    name: 'payer',
    description: 'Who pays: the customer, the investor, the acquirer.',
    isNullable: false,
    type: () => typeNamed('Company'),
  },
  {
    name: 'payee',
    description: 'Who is paid: the supplier, the investee, the target.',
    isNullable: false,
    type: () => typeNamed('Company'),
  },
];

const versionField: FieldDescription = {
  name: 'version',
  description: 'How often it was written: 1 when it was new.',
  isNullable: false,
  type: () => Int,
};

function addFields(type: GraphQLClass, fields: readonly FieldDescription[]): void {
  for (const field of fields) addField(type, field);
}

function createInterface(definition: RecordInterface): void {
  const type = createClass(definition.name);
  const parents = interfaces.slice(0, interfaces.indexOf(definition)).map(({ name }) => typeNamed(name));
  InterfaceType(definition.name, {
    description: definition.description,
    implements: [NodeType, ...parents],
    resolveType: typeNameOf,
  })(type);
  addFields(type, [
    idField,
    ...describeFields(definition),
    ...(definition.name === 'Deal' ? dealFieldDescriptions : []),
  ]);
  typesByName.set(definition.name, type);
}

function createType(kind: Kind): void {
  const fields = [
    idField,
    versionField,
    ...describeFields(kind),
    ...(kind.interfaces.includes('Deal') ? dealFieldDescriptions : []),
  ];
  const parents = [NodeType, ...kind.interfaces.map(typeNamed)];
  typesByName.set(kind.name, createObjectType(kind.name, kind.description, fields, parents));
}

for (const definition of interfaces) createInterface(definition);
for (const kind of kinds) createType(kind);
