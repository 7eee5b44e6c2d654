/** `ai-infra-graph search`: records by their names and texts. */
import { describeField } from '../graphql/describe-field.js';
import type { Connect } from './connect.js';
import type { Output } from './output.js';
import { printJson, printTable } from './print-answer.js';
import { readOptions } from './read-options.js';
import { productSchema } from './schema.js';
import type { Table } from './table.js';
import { UsageError } from './usage-error.js';

const query = `query ($text: String!, $kinds: [RecordKind!], $first: Int) {
  search(text: $text, kinds: $kinds, first: $first) { score matched node { __typename id } }
}`;

interface Hit {
  readonly score: number;
  readonly matched: string;
  readonly node: { readonly __typename: string; readonly id: string };
}

const toTable = (hits: readonly Hit[]): Table => ({
  columns: ['SCORE', 'KIND', 'ID', 'FOUND BY'],
  rows: hits.map(({ score, matched, node }) => [score.toFixed(2), node.__typename, node.id, matched]),
});

/** `args` are what stands behind `search`; words are one text. Rejects with a UsageError where there is none. */
export async function search(args: readonly string[], output: Output, connect: Connect): Promise<void> {
  const known = describeField(productSchema(), 'search').args.filter(({ name }) => name !== 'text');
  const given = readOptions(args, known);
  const text = given.positionals.join(' ');
  if (text.trim() === '')
    throw new UsageError('Search for what? Such as: ai-infra-graph search amazon web services');
  const client = await connect(given);
  try {
    const answer = await client.request(query, { ...given.variables, text });
    if (given.wantsJson) printJson(answer, output);
    else printTable(answer, toTable(answer.data.search as readonly Hit[]), output);
  } finally {
    await client.close();
  }
}
