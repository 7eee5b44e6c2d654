/** What every malformed request must come to, and ways to make them; for whatever takes input over HTTP. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { GraphStore } from '../../src/store/graph-store.js';
import { dumpGraph } from '../store/dump-graph.js';

/** Each run of the tests tries the same ones. */
export const tries = (numRuns: number): { numRuns: number; seed: number } => ({ numRuns, seed: 20_260_501 });

/** What only a fault that got out would bring along. */
const TRACES =
  /(?:\n|\\n)\s+at |node_modules|node:internal|file:\/\/|\.[jt]s:\d+|Maximum call stack|INTERNAL_ERROR/;

/** Throws what is wrong with this answer to a request that nobody has reason to send. */
export function checkRefusal(status: number, text: string): void {
  if (status >= 500) throw new Error(`answered with ${status}: ${text.slice(0, 500)}`);
  const trace = TRACES.exec(text);
  if (trace !== null) {
    throw new Error(
      `lets out "${trace[0].trim()}": ${text.slice(Math.max(0, trace.index - 300), trace.index + 200)}`,
    );
  }
}

/** Throws unless the server still answers what it is rightly asked. */
export async function checkAlive(url: string): Promise<void> {
  const { status } = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });
  if (status !== 200) throw new Error(`the server answers ${status} afterwards`);
}

/** Remembers the whole graph; the function that it gives throws when something was written since. */
export async function rememberGraph(store: GraphStore): Promise<() => Promise<void>> {
  const before = await dumpGraph(store);
  return async () => {
    if (!isDeepStrictEqual(await dumpGraph(store), before)) throw new Error('something was written');
  };
}

/** A text with a piece cut out, doubled, or put in. */
export const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(12),
      fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 6 })),
    )
    .map(([at, length, put]) => `${text.slice(0, at)}${put}${text.slice(at + length)}`);

/** Words that mean something to a parser of queries, in no order that does. */
const words = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '!',
  '$',
  '@',
  '...',
  '=',
  '|',
  '&',
  '"',
  '"""',
  '#',
  ',',
  '\\u0000',
  'query',
  'mutation',
  'subscription',
  'fragment',
  'on',
  'null',
  'true',
  '1e999',
  '-0',
  '99999999999999999999',
  '__schema',
  '__type(name: "Query")',
  '__typename',
  'company',
  'companies',
  'node',
  'deals',
  'search',
  'id',
  'first',
  'filter',
  '$x',
  '@skip(if: $x)',
  '@include(if: true)',
  '{ id }',
  'company(id: "openai") { id }',
  'Company',
  'F',
  '...F',
];

/** Words of the language in any order. */
export const wordSoup: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...words), { maxLength: 40 })
  .map((soup) => soup.join(' '));

/** JSON of any form; also such as has names that mean something to JavaScript. */
export const anyJson: fc.Arbitrary<fc.JsonValue> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(
    fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'query', 'variables', 'extensions'),
    fc.jsonValue({ maxDepth: 2 }),
  ),
);
