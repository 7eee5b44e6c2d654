/** Values for whatever a schema takes: of the right type and seldom of any sense, or with one thing in them of a wrong type. */
import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { hostileTexts } from '../store/hostile-texts.js';

/** Texts that are ids, names, days, lists and programs somewhere, if not here. */
const texts = fc.oneof(
  fc.constantFrom(...hostileTexts.filter(({ length }) => length < 1_000)),
  fc.constantFrom(
    ...['openai', 'aws', 'page', 'OpenAI', 'US', '__proto__', 'constructor', '../../etc/passwd'],
    ...['=cmd|calc', 'https://example.com', 'sources: [&a [*a]]', '{"companies":[{}]}', 'id,name\n,'],
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const whole = fc.oneof(fc.constantFrom(0, 1, -1, 2 ** 31 - 1, -(2 ** 31)), fc.integer());

/** Of each scalar what it takes; another one takes a text. */
const wellTyped: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Int: whole,
  Float: fc.oneof(whole, fc.double({ noNaN: true, noDefaultInfinity: true })),
  Boolean: fc.boolean(),
  BigInt: fc.oneof(whole, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)),
  Day: fc.constantFrom('2026', '2026-03', '2026-03-09', '0001', '9999-12-31'),
};

/** Of each scalar what it does not take; another one takes texts alone. */
const wronglyTyped: Readonly<Record<string, readonly unknown[]>> = {
  Int: ['1', 1.5, 2 ** 31, true, [[1]], {}],
  Float: ['1', true, [[1.5]], {}],
  Boolean: ['true', 1, 0, [[true]], {}],
  BigInt: ['', 'x', 1.5, '1e9', '9223372036854775808', 2 ** 53, true, {}],
  Day: ['', '2025-02-30', '2025-13', '26-1-1', '2026-03-09T00:00:00Z', 2026, true, {}],
  ID: [1.5, true, [['openai']], {}],
};

const textless: readonly unknown[] = [1, true, [['text']], {}];

const fieldsOf = (type: GraphQLInputType): readonly GraphQLInputField[] =>
  isInputObjectType(type) ? Object.values(type.getFields()) : [];

/** Filters hold filters. */
const DEEP = 3;

/** Objects with these members; those that need not be there sometimes are not. */
function objectOf(
  members: readonly (GraphQLInputField | GraphQLArgument)[],
  depth: number,
): fc.Arbitrary<Record<string, unknown>> {
  const needed = members.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
  const model = Object.fromEntries(members.map(({ name, type }) => [name, wellTypedFor(type, depth + 1)]));
  return fc.record(model, { requiredKeys: needed }) as fc.Arbitrary<Record<string, unknown>>;
}

function wellTypedFor(type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return wellTypedFor(type.ofType, depth);
  if (isListType(type)) return fc.array(wellTypedFor(type.ofType, depth), { maxLength: 3 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) return depth > DEEP ? fc.constant({}) : objectOf(fieldsOf(type), depth);
  return wellTyped[type.name] ?? texts;
}

/** One member of an object made wrong. */
function spoiltObject(
  members: readonly (GraphQLInputField | GraphQLArgument)[],
  depth: number,
): fc.Arbitrary<Record<string, unknown>> {
  const whole = objectOf(members, depth);
  return fc.oneof(
    ...members.map(({ name, type }) =>
      fc.tuple(whole, spoiltFor(type, depth + 1)).map(([object, wrong]) => ({ ...object, [name]: wrong })),
    ),
  );
}

function spoiltFor(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return fc.oneof(fc.constant(null), spoiltFor(type.ofType, depth));
  if (isListType(type)) {
    const items = fc.array(wellTypedFor(type.ofType, depth), { maxLength: 2 });
    return fc.tuple(items, spoiltFor(type.ofType, depth)).map(([good, wrong]) => [...good, wrong]);
  }
  if (isEnumType(type)) return fc.constantFrom('', 'WIZARD', '__proto__', 0, true, {});
  if (isInputObjectType(type)) {
    const noObject = fc.constantFrom<unknown>('text', 5, true);
    if (depth > DEEP) return noObject;
    // What has no place there, also such as means something to JavaScript.
    const strange = fc.constantFrom('__proto__', 'constructor', 'toString', 'colour');
    const withStrange = fc
      .tuple(objectOf(fieldsOf(type), depth), strange)
      .map(([object, name]) => Object.fromEntries([...Object.entries(object), [name, { admin: true }]]));
    return fc.oneof(spoiltObject(fieldsOf(type), depth), noObject, withStrange);
  }
  return fc.constantFrom(...(wronglyTyped[type.name] ?? textless));
}

/** Arguments of this field, each of its type, whatever sense they make. */
export const nonsenseFor = ({
  args,
}: GraphQLField<unknown, unknown>): fc.Arbitrary<Record<string, unknown>> => objectOf(args, 0);

/** Arguments of this field, one of which surely is not of its type. */
export const misfitsFor = ({ args }: GraphQLField<unknown, unknown>): fc.Arbitrary<Record<string, unknown>> =>
  spoiltObject(args, 0);
