import { createObjectType } from './decorate.js';

const cursor = { isNullable: true, type: () => String };
const flag = { isNullable: false, type: () => Boolean };

export const PageInfoType = createObjectType(
  'PageInfo',
  'Where a page stands in its list. To go on, ask again with `after: endCursor`.',
  [
    { name: 'hasNextPage', description: 'Whether there is more after this page.', ...flag },
    { name: 'hasPreviousPage', description: 'Whether there is more before this page.', ...flag },
    {
      name: 'startCursor',
      description: 'The cursor of the first edge; null where the page is empty.',
      ...cursor,
    },
    {
      name: 'endCursor',
      description: 'The cursor of the last edge; null where the page is empty.',
      ...cursor,
    },
  ],
);
