// What is checked in about the API is true: the SDL is what the code says, and every ready question is answered.
import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, lexicographicSortSchema, parse, printSchema, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../src/graphql/schema.js';
import { askWhole } from './support/ask.js';
import { shareSeededServer } from './support/running-server.js';

const server = shareSeededServer();

const folder = new URL('../schema/', import.meta.url);
const sdl = readFileSync(new URL('schema.graphql', folder), 'utf8');
const examples = readdirSync(new URL('examples/', folder)).map(
  (name) => [name, readFileSync(new URL(`examples/${name}`, folder), 'utf8')] as const,
);

describe('schema/schema.graphql', () => {
  it('is what the code says; npm run emit-schema writes it', () => {
    expect(sdl).toBe(`${printSchema(lexicographicSortSchema(createSchema()))}\n`);
  });
});

describe('the ready questions', () => {
  it('come in order, the first one about who supplies OpenAI', () => {
    const numbers = examples.map(([name]) =>
      Number(/^(\d\d)-[a-z0-9]+(-[a-z0-9]+)*\.graphql$/.exec(name)?.[1]),
    );
    expect(numbers).toEqual(examples.map((_, index) => index + 1));
    expect(examples[0]?.[0]).toBe('01-who-supplies-openai.graphql');
  });
});

describe.each(examples)('%s', (_name, text) => {
  it('asks one named question, which a comment puts into words', () => {
    const { definitions } = parse(text);
    const operations = definitions.filter((definition) => definition.kind === 'OperationDefinition');
    expect(operations).toHaveLength(1);
    expect(operations[0]?.name?.value).toMatch(/^[A-Z][A-Za-z0-9]+$/);
    expect(text).toMatch(/^# [A-Z].*[?.]\n/);
  });

  it('is valid by the schema that is checked in', () => {
    expect(validate(buildSchema(sdl), parse(text)).map(({ message }) => message)).toEqual([]);
  });

  it('is answered from the seed, within all limits, with something to read', async () => {
    const { data, errors } = await askWhole<Record<string, unknown>>(server.url, text);
    expect(errors).toBeUndefined();
    for (const [field, answer] of Object.entries(data)) {
      expect(textsIn(answer).length, field).toBeGreaterThan(2);
    }
  });
});

/** All texts and numbers of an answer. */
function textsIn(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
