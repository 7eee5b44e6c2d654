// What a client sees of a fault: those meant for it whole, all others as nothing but a request id.
import { beforeAll, describe, expect, it } from 'vitest';
import { askWhole } from '../support/ask.js';
import { shareServerWith } from '../support/running-server.js';
import { startServer } from '../support/start-server.js';

const server = shareServerWith(`
companies:
- { id: sound, name: Sound, roles: [AI_LAB], country: US }
- { id: damaged, name: Damaged, roles: [AI_LAB], country: US }
`);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('an internal error', () => {
  const query = '{ companies(first: 0) { totalCount } node(id: "damaged") { id } }';

  // No way through the API leads to such a record; it stands for any defect.
  beforeAll(() =>
    server.store.write((writer) => writer.run("MATCH (one:Entity {id: 'damaged'}) SET one.kind = 'SECRET'")),
  );

  it('shows no message and no stack, only where it was and a request id', async () => {
    const answer = await askWhole(server.url, query);
    expect(answer.errors).toEqual([
      {
        message: 'Internal error; it was logged under the request id given.',
        path: ['node'],
        locations: [{ line: 1, column: 38 }],
        extensions: { code: 'INTERNAL_ERROR', requestId: expect.stringMatching(uuid) },
      },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/SECRET|\.ts|\.js|stack/);
  });

  it('leaves what was asked beside it standing', async () => {
    const { data } = await askWhole(server.url, query);
    expect(data).toEqual({ companies: { totalCount: 2 }, node: null });
  });
});

describe('a fault that is meant for the client', () => {
  it('has a code and the place of the fault', async () => {
    const answer = await askWhole(server.url, '{\n  companies(first: 201) { totalCount }\n}');
    expect(answer).toEqual({
      data: null,
      errors: [
        {
          message: 'first is 201; it is from 0 to 200',
          path: ['companies'],
          locations: [{ line: 2, column: 3 }],
          extensions: { code: 'VALIDATION_FAILED', path: ['first'] },
        },
      ],
    });
  });

  it.each([
    ['what is no GraphQL', '{ company('],
    ['an unknown field', '{ wizards { id } }'],
    ['a missing argument', '{ company { id } }'],
    ['a wrong type', '{ company(id: { id: 5 }) { id } }'],
    ['no query', ''],
  ])('says VALIDATION_FAILED for %s', async (_what, query) => {
    const { errors } = await askWhole(server.url, query);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['VALIDATION_FAILED']);
  });

  it('says which variable is wrong', async () => {
    const query = 'query ($on: Day) { computeSupply(of: "sound", on: $on) { explored } }';
    const { errors } = await askWhole(server.url, query, { on: '2025-02-30' });
    expect(errors?.[0]?.message).toContain('"2025-02-30" does not exist; 2025-02 has 28 days');
    expect(errors?.[0]?.message).toContain('$on');
  });
});

describe('a graph that is closed under the server', () => {
  it('is UNAVAILABLE, and not more', async () => {
    const closing = await startServer({ SEED: 'never' });
    await closing.store.close();
    const answer = await askWhole(closing.url, '{ company(id: "sound") { id } }');
    await closing.stop();
    expect(answer.errors).toEqual([
      {
        message: 'The graph is closed.',
        path: ['company'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'UNAVAILABLE' },
      },
    ]);
  });
});
