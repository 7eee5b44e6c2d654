/** From what was typed to the variables of a query, by what the schema says of its arguments. */
import type { ArgumentFacts } from '../graphql/describe-field.js';
import { oneOf } from '../near-matches.js';
import { commonOptions } from './common-options.js';
import { parseWords, type WordOption } from './parse-words.js';
import { toWords } from './questions/question.js';
import { UsageError } from './usage-error.js';

export interface GivenOptions {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
  readonly wantsJson: boolean;
  readonly wantsHelp: boolean;
  readonly server: string | undefined;
  readonly key: string | undefined;
}

function readValue({ name, valueType, allowed }: ArgumentFacts, text: string): string | number {
  if (valueType === 'Int') {
    if (/^-?\d{1,9}$/.test(text)) return Number(text);
    throw new UsageError(`--${toWords(name)} is a whole number, not "${text}".`);
  }
  if (allowed.length === 0) return text;
  const value = text.toUpperCase().replaceAll('-', '_');
  if (allowed.includes(value)) return value;
  const near = oneOf(value, allowed, 'it is one of');
  throw new UsageError(`--${toWords(name)} can't be "${text}"${near}`);
}

const split = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

type Typed = string | boolean | (string | boolean)[] | undefined;

function toVariable(argument: ArgumentFacts, typed: Typed): unknown {
  if (typeof typed === 'boolean') return typed;
  const texts = [typed].flat().filter((text) => typeof text === 'string');
  const values = (argument.isList ? texts.flatMap(split) : texts).map((text) => readValue(argument, text));
  return argument.isList ? values : values.at(-1);
}

/** Throws a UsageError for an option that there is not, and for a value that can't be one. */
export function readOptions(args: readonly string[], known: readonly ArgumentFacts[]): GivenOptions {
  const own = known.map(({ name, valueType, isList }): [string, WordOption] => [
    toWords(name),
    { type: valueType === 'Boolean' ? 'boolean' : 'string', multiple: isList },
  ]);
  const { json, server, key, help } = commonOptions;
  const options: Record<string, WordOption> = { json, server, key, help, ...Object.fromEntries(own) };
  const { values, positionals } = parseWords(args, options);
  const given = known.flatMap((argument) => {
    const typed = values[toWords(argument.name)];
    return typed === undefined ? [] : [[argument.name, toVariable(argument, typed)]];
  });
  return {
    variables: Object.fromEntries(given),
    positionals,
    wantsJson: values.json === true,
    wantsHelp: values.help === true,
    server: typeof values.server === 'string' ? values.server : undefined,
    key: typeof values.key === 'string' ? values.key : undefined,
  };
}
