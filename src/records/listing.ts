/** What a list of records is drawn from: the nodes of one label, with the fields that they all have. */
import type { FieldSpec, Fields } from '../model/field.js';
import { dayProperty, moneyProperty } from './stored-record.js';

export interface Listing {
  /** The label of the nodes: a kind, or an interface of kinds. */
  readonly name: string;
  readonly fields: Fields;
}

export type SortDirection = 'ASC' | 'DESC';

/** One way to order a list; ties are broken by id, so that every order is total. */
export interface SortOrder {
  /** The value of the GraphQL enum: ANNOUNCED_ON_DESC. */
  readonly name: string;
  /** What is compared. */
  readonly sortsBy: 'ID' | 'TEXT' | 'NUMBER';
  /** The property sorted by; absent: by id alone. */
  readonly property?: string;
  readonly direction: SortDirection;
  readonly description: string;
}

/** The property that stands for a field in an order, or undefined where a field can't be ordered by. */
function sortProperty(name: string, field: FieldSpec): string | undefined {
  if ('isList' in field && field.isList) return undefined;
  if (field.type === 'day') return dayProperty(name);
  if (field.type === 'money') return moneyProperty(name, 'value');
  return field.type === 'flag' || field.type === 'reference' ? undefined : name;
}

const constantCase = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

function ordersOf(name: string, field: FieldSpec): SortOrder[] {
  const property = sortProperty(name, field);
  if (property === undefined) return [];
  const sortsBy = field.type === 'text' || field.type === 'choice' ? 'TEXT' : 'NUMBER';
  const what = field.type === 'money' ? `the value of ${name}, whatever its currency` : name;
  return [
    {
      name: `${constantCase(name)}_ASC`,
      sortsBy,
      property,
      direction: 'ASC',
      description: `By ${what}, the least first; those without it come last.`,
    },
    {
      name: `${constantCase(name)}_DESC`,
      sortsBy,
      property,
      direction: 'DESC',
      description: `By ${what}, the greatest first; those without it come last.`,
    },
  ];
}

export const byId: SortOrder = { name: 'ID_ASC', sortsBy: 'ID', direction: 'ASC', description: 'By id.' };

/** The orders that a list can be asked for in, the default first. */
export const sortOrders = ({ fields }: Listing): readonly SortOrder[] => [
  byId,
  { name: 'ID_DESC', sortsBy: 'ID', direction: 'DESC', description: 'By id, backwards.' },
  ...Object.entries(fields).flatMap(([name, field]) => ordersOf(name, field)),
];
