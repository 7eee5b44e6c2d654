/** Between the port's values and the driver's: the driver sends a plain number as a float, and reads integers as bigints. */
import type { Parameter } from '../../store/graph-store.js';

/** Whole numbers become bigints, which the driver sends as integers. */
export function toDriver(value: Parameter | undefined): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(toDriver);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toDriver(inner)]));
}

/** Integers become numbers where a number holds them exactly. */
export function fromDriver(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(fromDriver);
  const plain: Record<string, unknown> = {};
  for (const key in value) plain[key] = fromDriver((value as Record<string, unknown>)[key]);
  return plain;
}
