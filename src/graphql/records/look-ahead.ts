/** Looks ahead in a query, so that what it asks for on several levels is read at once. */
import { type FieldNode, Kind, print } from 'graphql';

/** The field of this name right below another one. Not behind fragments or directives: those may leave it out. */
export const fieldBelow = (field: FieldNode | undefined, name: string): FieldNode | undefined =>
  field?.selectionSet?.selections.find(
    (selection): selection is FieldNode =>
      selection.kind === Kind.FIELD && selection.name.value === name && !selection.directives?.length,
  );

const argumentsOf = (field: FieldNode): string => (field.arguments ?? []).map(print).sort().join();

function countLevels(connection: FieldNode): number {
  const node = fieldBelow(connection, 'nodes') ?? fieldBelow(fieldBelow(connection, 'edges'), 'node');
  const next = fieldBelow(node, connection.name.value);
  if (next === undefined || argumentsOf(next) !== argumentsOf(connection)) return 1;
  return 1 + countLevels(next);
}

/** Queries are parsed once and asked again and again. */
const known = new WeakMap<FieldNode, number>();

/** On how many levels in a row a connection is asked for with the same arguments: 2 for the suppliers of suppliers. */
export function levelsOf([connection, ...others]: readonly FieldNode[]): number {
  if (connection === undefined || others.length > 0) return 1;
  const levels = known.get(connection) ?? countLevels(connection);
  known.set(connection, levels);
  return levels;
}
