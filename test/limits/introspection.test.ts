/** No limit may stand in the way of a playground that wants to know the schema; the ready questions are asked in schema.test.ts. */
import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { postQuery } from '../support/post-query.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

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
