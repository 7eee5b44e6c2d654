/** Keyset pages: a cursor holds the sort key and the id of its record, so a page is found again whatever was added. */
import { validationFailed } from '../errors.js';
import type { Parameters } from '../store/graph-store.js';
import { type Cursor, decodeCursor } from './cursor.js';
import type { SortOrder } from './listing.js';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 200;

/** The Relay arguments of a connection. */
export interface PageInput {
  readonly first?: number | undefined;
  readonly after?: string | undefined;
  readonly last?: number | undefined;
  readonly before?: string | undefined;
}

export interface Page {
  readonly size: number;
  /** Whether it is the end of the list, or what lies before a cursor, that is read. */
  readonly fromEnd: boolean;
  readonly after?: Cursor;
  readonly before?: Cursor;
}

function checkSize(size: number, argument: string): number {
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size;
  throw validationFailed(`${argument} is ${size}; it is from 0 to ${MAX_PAGE_SIZE}`, { path: [argument] });
}

export function pageOf({ first, after, last, before }: PageInput, order: SortOrder): Page {
  if (first !== undefined && last !== undefined) {
    throw validationFailed('first and last together have no clear meaning; use one of them', {
      path: ['last'],
    });
  }
  return {
    size: last === undefined ? checkSize(first ?? DEFAULT_PAGE_SIZE, 'first') : checkSize(last, 'last'),
    fromEnd: last !== undefined || (before !== undefined && first === undefined),
    ...(after !== undefined && { after: decodeCursor(after, order, 'after') }),
    ...(before !== undefined && { before: decodeCursor(before, order, 'before') }),
  };
}

type Side = 'after' | 'before';

/** Holds for what comes after, or before, a cursor; records without the sort key come last. */
function besideCursor(side: Side, { key }: Cursor, { property, direction }: SortOrder): string {
  const isAfter = side === 'after';
  // Ties of a sort key are always broken by ascending id; the order by id alone may run either way.
  const idIsAscending = property !== undefined || direction === 'ASC';
  const idCondition = `record.id ${isAfter === idIsAscending ? '>' : '<'} $${side}Id`;
  if (property === undefined) return idCondition;
  if (key === null) {
    return isAfter
      ? `(record.${property} IS NULL AND ${idCondition})`
      : `(record.${property} IS NOT NULL OR ${idCondition})`;
  }
  const comparison = isAfter === (direction === 'ASC') ? '>' : '<';
  const beyond = `record.${property} ${comparison} $${side}Key OR (record.${property} = $${side}Key AND ${idCondition})`;
  return isAfter ? `(${beyond} OR record.${property} IS NULL)` : `(${beyond})`;
}

/** The Cypher that cuts a page out of the nodes called `record`. */
export interface PageClauses {
  /** Conditions; empty where the page has no cursor. */
  readonly conditions: readonly string[];
  readonly orderBy: string;
  readonly parameters: Parameters;
}

export function pageClauses(page: Page, order: SortOrder): PageClauses {
  const { property, direction } = order;
  const forward = (wanted: SortOrder['direction']) => ((wanted === 'ASC') === page.fromEnd ? 'DESC' : 'ASC');
  const orderBy =
    property === undefined
      ? `record.id ${forward(direction)}`
      : `CASE WHEN record.${property} IS NULL THEN 1 ELSE 0 END ${forward('ASC')}, record.${property} ${forward(direction)}, record.id ${forward('ASC')}`;
  const cursors = (['after', 'before'] as const).flatMap((side) => {
    const cursor = page[side];
    return cursor === undefined ? [] : [{ side, cursor }];
  });
  return {
    conditions: cursors.map(({ side, cursor }) => besideCursor(side, cursor, order)),
    orderBy,
    parameters: Object.assign(
      {},
      ...cursors.map(({ side, cursor }) => ({ [`${side}Id`]: cursor.id, [`${side}Key`]: cursor.key })),
    ),
  };
}
