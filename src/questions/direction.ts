/** Which way a question follows goods: to those who supply a company, or to those whom it supplies. */
import type { Way } from './read-flows.js';

export type Direction = 'UPSTREAM' | 'DOWNSTREAM';

/** Which way the goods go from a company's point of view. */
export const wayOfGoods: Readonly<Record<Direction, Way>> = { UPSTREAM: 'IN', DOWNSTREAM: 'OUT' };
