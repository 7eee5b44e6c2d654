/** No limit may stand in the way of what the product itself suggests to ask. */
import { readdirSync, readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { postQuery } from '../support/post-query.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();
const folder = new URL('../../schema/examples/', import.meta.url);
const examples = readdirSync(folder).filter((name) => name.endsWith('.graphql'));

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(6);
});

test.each(examples)('%s is answered within all limits', async (name) => {
  const { status, errors } = await postQuery(server.url, readFileSync(new URL(name, folder), 'utf8'));
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
});

test('the schema is told to a playground that asks for all of it', async () => {
  const everything = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  const { status, errors, data } = await postQuery(server.url, everything);
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  expect(data).toHaveProperty('__schema.queryType.name', 'Query');
});
