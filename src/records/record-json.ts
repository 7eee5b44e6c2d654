/** A record as JSON text, the way files and changes carry it; amounts beyond 2^53 are texts, so that none is rounded. */
import type { AnyRecord } from '../model/kind.js';

const exact = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
};

export const toJson = (record: AnyRecord): string => JSON.stringify(record, exact);
