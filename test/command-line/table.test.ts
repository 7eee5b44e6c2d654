import { expect, test } from 'vitest';
import { formatTable } from '../../src/command-line/table.js';

test('columns stand below each other, also behind signs that are two columns wide', () => {
  const rows = [
    ['英伟达', 'chips'],
    ['nvidia', 'chips'],
    ['a', ''],
  ];
  expect(formatTable({ columns: ['NAME', 'WHAT'], rows })).toEqual([
    'NAME    WHAT',
    '英伟达  chips',
    'nvidia  chips',
    'a',
  ]);
});

test('no text of the graph steers the terminal', () => {
  const rows = [['red \u001b[31m', 'two\nlines', 'left\u202eright']];
  expect(formatTable({ columns: ['A', 'B', 'C'], rows })).toEqual([
    'A          B          C',
    'red  [31m  two lines  left right',
  ]);
});
