/** How parts of answers look in a table: records by their ids, for these can be given to the next command. */

export interface Identified {
  readonly id: string;
}

/** A whole number of the API: a text beyond 2^53. */
export type Whole = number | string;

/** For what is not known, or not there. */
export const NONE = '-';

export const ids = (records: readonly Identified[]): string =>
  records.length === 0 ? NONE : records.map(({ id }) => id).join(', ');

/** 38,000,000,000 */
export const whole = (value: Whole | null): string =>
  value === null ? NONE : String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** 12.5% of a share from 0 to 1. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** The Herfindahl-Hirschman index is read in whole points of 10,000. */
export const index = (hhi: number): string => whole(Math.round(hhi));
