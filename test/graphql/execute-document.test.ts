// Whatever resolvers do, an answer is that of graphql-js, the reference: its data, and why something is null in it.
import fc from 'fast-check';
import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { executeDocument } from '../../src/graphql/execute-document.js';

const schema = buildSchema(`
  interface Party { name: String! partner: Party }
  type Lab implements Party { name: String! partner: Party models(first: Int = 2): [String!]! }
  type Cloud implements Party { name: String! partner: Party regions: [String] labs: [Lab!] }
  union Owner = Lab | Cloud
  type Query { party(id: ID): Party lab: Lab! labs: [Lab] parties: [Party!]! owners: [Owner!] count: Int! }
`);

type Outcome = 'a value' | 'a promise' | 'null' | 'throws' | 'a wrong type' | 'rejects';

const among = (...choices: readonly Outcome[]) =>
  fc.array(fc.constantFrom<Outcome>('a value', 'a value', ...choices), { minLength: 1, maxLength: 12 });

/**
 * What resolvers do, one after the other and from the start again. Faults at once and promises are apart: a list that
 * ends at once with a fault leaves the promises of its other items alone, in graphql-js as here, so that nobody hears of
 * one that rejects.
 */
const outcomes = fc.oneof(among('null', 'throws', 'a wrong type'), among('a promise', 'rejects'));

const fitting: Readonly<Record<string, unknown>> = {
  party: { __typename: 'Cloud' },
  partner: { __typename: 'Lab' },
  lab: {},
  labs: [{}, {}],
  parties: [{ __typename: 'Lab' }, { __typename: 'Cloud' }],
  owners: [{ __typename: 'Cloud' }, { __typename: 'Lab' }],
  regions: ['EU', null],
  name: 'a name',
  count: 1,
};

function resolverOf(doing: readonly Outcome[]): GraphQLFieldResolver<unknown, unknown> {
  // By the place in the answer, so that it does not matter which field comes first.
  const outcomeAt = (place: string): Outcome | undefined =>
    doing[[...place].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % doing.length];
  return (_source, { first = 0 }, _context, { fieldName, path }) => {
    const place = `${path.key} in ${path.prev?.key} in ${path.prev?.prev?.key}`;
    const value = fitting[fieldName] ?? Array.from({ length: first as number }, (_, at) => `model ${at}`);
    switch (outcomeAt(place)) {
      case 'null':
        return null;
      case 'throws':
        throw new Error(`no ${place}`);
      case 'a promise':
        return Array.isArray(value) ? value.map((item) => Promise.resolve(item)) : Promise.resolve(value);
      case 'rejects':
        return Promise.reject(new Error(`no ${place} yet`));
      case 'a wrong type':
        return { __typename: 'Nobody' };
      default:
        return value;
    }
  };
}

const documents = [
  '{ party(id: "x") { name partner { name ... on Lab { models } } } count }',
  '{ lab { name models(first: 3) partner { name } } labs { name models } }',
  `query ($deep: Boolean = true, $first: Int) {
    parties { __typename name ...rest partner @include(if: $deep) { name ...rest } }
    again: parties { ... on Cloud { labs { models(first: $first) name } } }
  }
  fragment rest on Party { ... on Cloud { regions labs { name } } ... on Lab { models } }`,
  '{ owners { __typename ... on Lab { name name2: name } ... on Cloud { regions @skip(if: true) name } } count }',
];

/** Whether the data has the place of an error: a null further up has taken others away. */
function isIn(data: unknown, path: GraphQLError['path'] = []): boolean {
  let value = data;
  for (const key of path.slice(0, -1)) {
    if (typeof value !== 'object' || value === null) return false;
    value = Reflect.get(value, key);
  }
  return value !== null;
}

/** Of the faults that a null has taken away, which ones are told goes by which came first, and is promised by nobody. */
const errorsIn = ({ data, errors = [] }: ExecutionResult): string[] =>
  errors
    .filter(({ path }) => isIn(data, path))
    .map((error) => JSON.stringify(error.toJSON()))
    .sort();

describe('an executed document', () => {
  it.each(documents)('has the answer that graphql-js gives to %s', async (text) => {
    const document = parse(text);
    await fc.assert(
      fc.asyncProperty(outcomes, fc.option(fc.integer({ min: 0, max: 3 })), async (doing, first) => {
        for (const type of Object.values(schema.getTypeMap())) {
          if (!('getFields' in type) || type.name.startsWith('__')) continue;
          for (const field of Object.values(type.getFields())) {
            if ('resolve' in field) field.resolve = resolverOf(doing);
          }
        }
        const operation = { schema, document, variableValues: first === null ? {} : { first } };
        const [answer, reference] = [await executeDocument(operation), await execute(operation)];
        expect(structuredClone(answer.data)).toEqual(structuredClone(reference.data));
        expect(errorsIn(answer)).toEqual(errorsIn(reference));
        expect(answer.errors === undefined).toBe(reference.errors === undefined);
      }),
      { numRuns: 300 },
    );
  });
});
