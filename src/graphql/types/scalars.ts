/** The scalars that GraphQL lacks. */
import { GraphQLScalarType, Kind } from 'graphql';
import { validationFailed } from '../../errors.js';
import { type Day, dayFault } from '../../model/day.js';

function parseDay(value: unknown): Day {
  if (typeof value !== 'string') throw validationFailed('a Day is a text such as "2026-03-09"');
  const fault = dayFault(value);
  if (fault !== undefined) throw validationFailed(fault);
  return value as Day;
}

export const DayScalar = new GraphQLScalarType({
  name: 'Day',
  description:
    'A date as precise as it is known: "2026", "2026-03" or "2026-03-09". In comparisons a start is its first day and an end its last.',
  parseValue: parseDay,
  serialize: (value) => value,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined),
});

const MAX_STORED = 2n ** 63n - 1n;

function parseBigInt(value: unknown): bigint {
  const isWhole =
    typeof value === 'bigint' ||
    (typeof value === 'number' && Number.isSafeInteger(value)) ||
    (typeof value === 'string' && /^-?\d{1,19}$/.test(value));
  if (!isWhole) {
    throw validationFailed(
      'a BigInt is a whole number, or a text of one where it is beyond 2^53: 38000000000, "9007199254740993"',
    );
  }
  const parsed = BigInt(value);
  if (parsed > MAX_STORED || parsed < -MAX_STORED)
    throw validationFailed(`a BigInt is at most ${MAX_STORED}`);
  return parsed;
}

function serializeBigInt(value: unknown): number | string {
  const exact = BigInt(value as bigint | number);
  const number = Number(exact);
  return Number.isSafeInteger(number) ? number : exact.toString();
}

export const BigIntScalar = new GraphQLScalarType({
  name: 'BigInt',
  description:
    'A whole number of any size, exact: a JSON number up to 2^53, a text beyond. Example: 38000000000.',
  parseValue: parseBigInt,
  serialize: serializeBigInt,
  parseLiteral: (node) =>
    parseBigInt(node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : undefined),
});

export const DateTimeScalar = new GraphQLScalarType({
  name: 'DateTime',
  description: 'A moment: ISO 8601 in UTC, to the millisecond. Example: "2026-03-09T17:00:00.000Z".',
  serialize: (value) => value,
});

export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description:
    'Any JSON value. A record has its fields, with ids for what it refers to; amounts beyond 2^53 are texts, so that none is rounded.',
  serialize: (value) => value,
});
