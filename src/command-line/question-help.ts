/** The help of one question, made of what the schema says of it. */
import type { ArgumentFacts, FieldFacts } from '../graphql/describe-field.js';
import { commonOptions } from './common-options.js';
import { type Question, toWords } from './questions/question.js';

type Line = readonly [option: string, meaning: string];

function showOption({ name, valueType, isList }: ArgumentFacts): string {
  if (valueType === 'Boolean') return `--[no-]${toWords(name)}`;
  return `--${toWords(name)} <${valueType}${isList ? ',...' : ''}>`;
}

function describeOption(argument: ArgumentFacts): Line {
  const allowed = argument.allowed.length === 0 ? '' : ` One of ${argument.allowed.join(', ')}.`;
  const required = argument.isRequired ? ' Required.' : '';
  return [showOption(argument), `${argument.description}${allowed}${required}`];
}

export function helpOf({ field, example }: Question, { description, args }: FieldFacts): string[] {
  const command = `ai-infra-graph ask ${toWords(field)}`;
  const common = Object.values(commonOptions).map((option): Line => [option.shows, option.description]);
  const required = args.filter(({ isRequired }) => isRequired);
  const others = args.filter(({ isRequired }) => !isRequired);
  const options = [...[...required, ...others].map(describeOption), ...common];
  const width = Math.max(...options.map(([option]) => option.length));
  return [
    // The example of the description is one in GraphQL.
    description.replace(/\s*Example: .*$/s, ''),
    '',
    'Usage:',
    `  $ ${command} ${required.map(showOption).join(' ')}`.trimEnd(),
    '',
    'Options:',
    ...options.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`),
    '',
    'Examples:',
    `  ${command} ${example}`,
  ];
}
