/** What a query may look like: each limit lets in what reaches it, and refuses what goes one beyond. */
import { describe, expect, test } from 'vitest';
import { postQuery } from '../support/post-query.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

const repeat = (times: number, write: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => write(index)).join(' ');

const openai = (selection: string): string => `company(id: "openai") { ${selection} }`;

/** `count` levels of fields. */
const nested = (count: number): string =>
  `{ ${openai(`${'group { '.repeat(count - 2)} id ${'} '.repeat(count - 2)}`)} }`;

/** A list of companies by id, of `count` words and signs. */
const companies = (count: number): string =>
  `companies(filter: { id: { in: [${repeat(count - 18, () => '"a"')}] } }) { totalCount }`;

/** `count` words and signs: two of them around two lists, and two for the name of one. */
const long = (count: number): string => `{ ${companies(1_000)} other: ${companies(count - 1_004)} }`;

const measures = [
  ['depth', 16, nested, 'The query has 17 levels of fields; at most 16 are allowed. Nest less.'],
  [
    'rootFields',
    20,
    (count: number) => `{ ${repeat(count, (index) => `a${index}: ${openai('id')}`)} }`,
    'The query has 21 fields at its root; at most 20 are allowed. Send several queries.',
  ],
  [
    'aliases',
    50,
    (count: number) => `{ ${openai(repeat(count, (index) => `a${index}: id`))} }`,
    'The query has 51 aliases; at most 50 are allowed. Send several queries.',
  ],
  [
    'directives',
    50,
    (count: number) => `{ ${openai(repeat(count, () => 'id @skip(if: false)'))} }`,
    'The query has 51 directives; at most 50 are allowed. Leave some out.',
  ],
  [
    'fragments',
    100,
    (count: number) => `{ ${openai(repeat(count, () => '...F'))} } fragment F on Company { id }`,
    'The query has 101 uses of fragments; at most 100 are allowed. Use fewer, or use them in fewer places.',
  ],
] as const;

describe.each(measures)('the limit of %s', (measure, limit, write, message) => {
  test(`lets in ${limit}`, async () => {
    const { status, errors } = await postQuery(server.url, write(limit));
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  });

  test(`refuses ${limit + 1}`, async () => {
    const { status, data, errors } = await postQuery(server.url, write(limit + 1));
    expect({ status, data, errors }).toEqual({
      status: 400,
      data: undefined,
      errors: [{ message, extensions: { code: 'QUERY_TOO_COSTLY', measure, found: limit + 1, limit } }],
    });
  });
});

describe('the limit of words and signs', () => {
  test('lets in 2,000', async () => {
    const nobody = { totalCount: 0 };
    expect((await postQuery(server.url, long(2_000))).data).toEqual({ companies: nobody, other: nobody });
  });

  test('refuses 2,001 before it reads on', async () => {
    const { status, data, errors } = await postQuery(server.url, `${long(2_001)} and what is no query {{{`);
    expect({ status, data, errors }).toEqual({
      status: 400,
      data: undefined,
      errors: [
        {
          message:
            'The query has more than 2000 words and signs, which is the limit. Send long lists as variables, or several queries.',
          extensions: { code: 'QUERY_TOO_COSTLY', measure: 'tokens', limit: 2_000 },
        },
      ],
    });
  });
});

describe('the limit of brackets around each other', () => {
  const around = (open: string, close: string, levels: number): string =>
    open.repeat(levels) + close.repeat(levels);
  /** Brackets of every sort, two of them around the value. */
  const forms = [
    ['selections', (levels: number) => `${'{ group '.repeat(levels - 1)}{ id ${'}'.repeat(levels)}`],
    ['lists', (levels: number) => `{ company(id: ${around('[', ']', levels - 2)}) { id } }`],
    [
      'objects',
      (levels: number) => `{ company(id: ${'{ a: '.repeat(levels - 2)}1${'}'.repeat(levels - 2)}) { id } }`,
    ],
    [
      'types',
      (levels: number) => `query ($a: ${'['.repeat(levels - 1)}Int${']'.repeat(levels - 1)}) { __typename }`,
    ],
  ] as const;

  test.each(forms)('lets 116 %s be found wrong by the rules of the language', async (_what, write) => {
    const { status, errors } = await postQuery(server.url, write(116));
    expect({ status, code: errors?.[0]?.extensions.code }).toEqual({
      status: 400,
      code: 'VALIDATION_FAILED',
    });
  });

  test.each(forms)('refuses 117 %s', async (_what, write) => {
    const { status, data, errors } = await postQuery(server.url, write(117));
    expect({ status, data, errors }).toEqual({
      status: 400,
      data: undefined,
      errors: [
        {
          message:
            'The query has brackets nested deeper than 116, which is the limit. Nest fewer fields and values.',
          extensions: { code: 'QUERY_TOO_COSTLY', measure: 'nesting', limit: 116 },
        },
      ],
    });
  });

  test('does not count what is inside of texts and remarks', async () => {
    const query = `# ${'{'.repeat(200)}\n{ company(id: "${'['.repeat(200)}") { id } }`;
    expect((await postQuery(server.url, query)).data).toEqual({ company: null });
  });

  test('holds for a query in the address, too', async () => {
    const query = encodeURIComponent(`{ company(id: ${around('[', ']', 200)}) { id } }`);
    const response = await fetch(`${server.url}/graphql?query=${query}`, {
      headers: { 'apollo-require-preflight': 'x' },
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('nested deeper than 116');
  });
});

test('a fragment counts where it is spread, every time', async () => {
  const query = `{ ${openai('...F ...F ...F ...F ...F ...F')} }
    fragment F on Company { ${repeat(9, (index) => `a${index}: id`)} }`;
  const { errors } = await postQuery(server.url, query);
  expect(errors?.[0]?.extensions).toMatchObject({ measure: 'aliases', found: 54 });
});

test('fragments that double with each step are counted, not followed', async () => {
  const steps = 60;
  const query = `{ ${openai('...F0')} }
    ${repeat(steps, (index) => `fragment F${index} on Company { ...F${index + 1} ...F${index + 1} }`)}
    fragment F${steps} on Company { id deals(first: 1) { nodes { id } } }`;
  const started = performance.now();
  const { status, errors } = await postQuery(server.url, query);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect({ status, code: errors?.[0]?.extensions.code }).toEqual({ status: 400, code: 'QUERY_TOO_COSTLY' });
});

test.each([
  ['nested deeper than 32 levels', `${'{"not":'.repeat(40)}{}${'}'.repeat(40)}`],
  ['nested a hundred thousand levels deep', `${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`],
])('variables %s are refused', async (_name, filter) => {
  const query = 'query ($filter: CompanyFilter) { companies(filter: $filter) { totalCount } }';
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    // As text, for what writes JSON could not nest it so deep itself.
    body: `{"query": ${JSON.stringify(query)}, "variables": {"filter": ${filter}}}`,
  });
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 400,
    body: {
      errors: [
        {
          message: 'The variables are nested deeper than 32 levels.',
          extensions: { code: 'VALIDATION_FAILED' },
        },
      ],
    },
  });
});

test('variables of more values than a query has use for are refused', async () => {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const { status, errors } = await postQuery(server.url, query, {
    variables: { ids: Array.from({ length: 20_000 }, () => 'openai') },
  });
  expect({ status, message: errors?.[0]?.message }).toEqual({
    status: 400,
    message: 'The variables have more than 20000 values; send fewer at a time.',
  });
});

test.each([
  [1_000, { data: { companies: { totalCount: 0 } } }],
  [
    1_001,
    {
      data: null,
      code: 'VALIDATION_FAILED',
      message: 'a filter compares with at most 1000 values at a time',
    },
  ],
])('a filter that compares with %i values', async (count, expected) => {
  const query = 'query ($ids: [ID!]!) { companies(filter: { id: { in: $ids } }) { totalCount } }';
  const { data, errors } = await postQuery(server.url, query, {
    variables: { ids: Array.from({ length: count }, () => 'nobody') },
  });
  const [fault] = errors ?? [];
  expect({ data, ...(fault && { code: fault.extensions.code, message: fault.message }) }).toEqual(expected);
});
