/** Between the port's values and the driver's: the driver sends a plain number as a float, and reads integers as bigints. */
import type { Parameter } from '../../store/graph-store.js';

const [LEAST, GREATEST] = [-(2n ** 63n), 2n ** 63n - 1n];

function toDriverInteger(value: bigint): bigint {
  // The driver would cut it to 64 bits and say nothing.
  if (value < LEAST || value > GREATEST) throw new RangeError(`${value} does not fit 64 bits`);
  return value;
}

/** Whole numbers become bigints, which the driver sends as integers; beyond 2^53 a number is no exact integer, but a float. */
export function toDriver(value: Parameter | undefined): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === 'bigint') return toDriverInteger(value);
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
