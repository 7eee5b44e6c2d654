/** `ai-infra-graph ask`: one question, as a table or as JSON. */
import { type ArgumentFacts, describeField } from '../graphql/describe-field.js';
import type { Connect } from './connect.js';
import type { Output } from './output.js';
import { printJson, printTable } from './print-answer.js';
import { helpOf } from './question-help.js';
import { findQuestion, questionNames } from './questions/index.js';
import { type Question, toWords } from './questions/question.js';
import { type GivenOptions, readOptions } from './read-options.js';
import { productSchema } from './schema.js';
import { UsageError } from './usage-error.js';

/** Only what was given is passed, so that the API's defaults hold for the rest. */
function toQuery({ field, selection }: Question, args: readonly ArgumentFacts[], given: object): string {
  const used = args.filter(({ name }) => name in given);
  if (used.length === 0) return `{ ${field} ${selection} }`;
  const declared = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  return `query (${declared}) { ${field}(${passed}) ${selection} }`;
}

function checkOptions(
  { variables, positionals: [extra] }: GivenOptions,
  args: readonly ArgumentFacts[],
): void {
  if (extra !== undefined) {
    throw new UsageError(`"${extra}" belongs to no option; several values have commas between: a,b.`);
  }
  const missing = args.find(({ name, isRequired }) => isRequired && !(name in variables));
  if (missing !== undefined) {
    throw new UsageError(`--${toWords(missing.name)} is missing. ${missing.description}`);
  }
}

/** `args` are what stands behind `ask`. Rejects with a UsageError where they make no question. */
export async function ask(args: readonly string[], output: Output, connect: Connect): Promise<void> {
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError(`Ask what? The questions are ${questionNames.join(', ')}.`);
  const question = findQuestion(name);
  const facts = describeField(productSchema(), question.field);
  const given = readOptions(rest, facts.args);
  if (given.wantsHelp) {
    for (const line of helpOf(question, facts)) output.print(line);
    return;
  }
  checkOptions(given, facts.args);
  const client = await connect(given);
  try {
    const answer = await client.request(toQuery(question, facts.args, given.variables), given.variables);
    if (given.wantsJson) printJson(answer, output);
    else printTable(answer, question.toTable(answer.data[question.field]), output);
  } finally {
    await client.close();
  }
}
