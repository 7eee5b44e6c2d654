/** An answer holds the ids of its records already, so where a client asks for no more, none of them is read. */
import { type GraphQLResolveInfo, Kind } from 'graphql';
import { kinds, kindsNamed } from '../../model/registry.js';

type FieldNodes = GraphQLResolveInfo['fieldNodes'];

const areIdsAlone = (fieldNodes: FieldNodes): boolean =>
  fieldNodes.every(({ selectionSet }) =>
    selectionSet?.selections.every(
      (selection) => selection.kind === Kind.FIELD && selection.name.value === 'id',
    ),
  );

/** Tells whether of the records of a field nothing but the id is asked for: mostly of the same place of a query as before. */
export function createIdCheck(): (info: GraphQLResolveInfo) => boolean {
  let [last, answer]: [FieldNodes | undefined, boolean] = [undefined, false];
  return ({ fieldNodes }) => {
    if (fieldNodes !== last) [last, answer] = [fieldNodes, areIdsAlone(fieldNodes)];
    return answer;
  };
}

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
