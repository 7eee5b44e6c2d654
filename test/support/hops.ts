/** What ties two groups, for tests of paths and neighbourhoods: from, to, and the records behind it. */
import type { Hop } from '../../src/questions/ties.js';

export const goods = (from: string, to: string, ...deals: string[]): Hop => ({
  from,
  to,
  flow: 'SUPPLIES',
  deals,
  ownerships: [],
});

export const money = (from: string, to: string, ...deals: string[]): Hop => ({
  from,
  to,
  flow: 'PAYS',
  deals,
  ownerships: [],
});

export const control = (from: string, to: string, ...ownerships: string[]): Hop => ({
  from,
  to,
  flow: 'OWNS',
  deals: [],
  ownerships,
});
