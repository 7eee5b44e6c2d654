/** An answer holds the ids of its records already, so where a client asks for no more, none of them is read. */
import { type GraphQLResolveInfo, Kind } from 'graphql';
import { kinds, kindsNamed } from '../../model/registry.js';

/** Whether of the records of a field nothing but the id is asked for. */
export const asksOnlyForId = ({ fieldNodes }: GraphQLResolveInfo): boolean =>
  fieldNodes.every(({ selectionSet }) =>
    selectionSet?.selections.every(
      (selection) => selection.kind === Kind.FIELD && selection.name.value === 'id',
    ),
  );

export interface BareRecord {
  readonly id: string;
  readonly kind: string;
}

/** Makes records that are asked for their id only: of which of the kinds of that name one is, does not show. */
export function bareRecords(typeName: string): (id: string) => BareRecord {
  const [kind] = typeName === 'Node' ? kinds : kindsNamed(typeName);
  if (kind === undefined) throw new Error(`there is no kind of record named ${typeName}`);
  return (id) => ({ id, kind: kind.code });
}
