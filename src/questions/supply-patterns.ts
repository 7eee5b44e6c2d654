/** Which way a question follows goods: to those who supply a company, or to those whom it supplies. */
export type Direction = 'UPSTREAM' | 'DOWNSTREAM';

/** From a company to the next one. */
export const supplyPatterns: Readonly<Record<Direction, string>> = {
  UPSTREAM: '<-[flow:SUPPLIES]-',
  DOWNSTREAM: '-[flow:SUPPLIES]->',
};
