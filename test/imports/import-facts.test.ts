// Many records at once over the API: what an import does, what it would do, and who may.
import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { makeKey } from '../support/make-key.js';
import { postQuery } from '../support/post-query.js';
import { faultsIn, useEditor } from '../writes/use-editor.js';
import { WRITE_FACTS, writeFacts } from '../writes/write-facts.js';
import { newestSequence } from '../writes/write-requests.js';
import { answerOf, importInput, importMutation, refusedAt } from './import-request.js';

const text = `
companies:
- {id: oracle, name: Oracle, roles: [HYPERSCALER], country: US}
- {id: openai, name: OpenAI, roles: [AI_LAB], country: US, founded: '2015'}
- {id: amazon, name: Amazon, roles: [HYPERSCALER], country: US}
cloudContracts:
- {id: openai-aws, supplier: Amazon Web Services, customer: openai, summary: Eight years of cloud., announcedOn: '2025-11-03',
   status: ACTIVE, confidence: CONFIRMED, chips: [gb200],
   amount: {value: 9223372036854775807, currency: USD, basis: UP_TO}, sources: [press, filing]}
`;

const differences = [
  {
    recordId: 'oracle',
    kind: 'COMPANY',
    action: 'CREATED',
    fields: [
      { field: 'name', before: null, after: 'Oracle' },
      { field: 'roles', before: null, after: ['HYPERSCALER'] },
      { field: 'country', before: null, after: 'US' },
    ],
  },
  {
    recordId: 'openai',
    kind: 'COMPANY',
    action: 'UPDATED',
    fields: [{ field: 'founded', before: null, after: '2015' }],
  },
  {
    recordId: 'openai-aws',
    kind: 'CLOUD_CONTRACT',
    action: 'UPDATED',
    fields: [
      { field: 'summary', before: 'Seven years of cloud.', after: 'Eight years of cloud.' },
      { field: 'endsOn', before: '2032-11', after: null },
      {
        field: 'amount',
        before: { value: 38_000_000_000, currency: 'USD', basis: 'TOTAL' },
        after: { value: '9223372036854775807', currency: 'USD', basis: 'UP_TO' },
      },
    ],
  },
];

describe('a dry run', () => {
  const editor = useEditor(openMemoryStore, writeFacts);

  it('tells the difference field by field and writes nothing', async () => {
    const answer = await importInput(editor(), { input: text, format: 'YAML', dryRun: true });
    expect(answer).toEqual(answerOf({ dryRun: true, created: 1, updated: 2, unchanged: 1, differences }));
    expect(await newestSequence(editor())).toBe(WRITE_FACTS);
  });

  it('tells the same faults as the import', async () => {
    const request = { input: 'companies:\n- {id: oracle}\n', format: 'YAML' } as const;
    const tried = await importInput(editor(), { ...request, dryRun: true });
    expect(tried.faults.map(({ line, column, message }) => [line, column, message.split(' ')[0]])).toEqual([
      [2, 3, 'name'],
      [2, 3, 'roles'],
      [2, 3, 'country'],
    ]);
    expect({ ...tried, dryRun: false }).toEqual(await importInput(editor(), request));
  });

  it('shows at most a thousand records and counts the rest', async () => {
    const rows = Array.from({ length: 1_001 }, (_, index) => `new-${index},Press,Report ${index}`);
    const input = ['id,publisher,title', ...rows].join('\n');
    const answer = await importInput(editor(), { input, format: 'CSV', section: 'SOURCE', dryRun: true });
    expect(answer).toMatchObject({ created: 1_001, moreDifferences: 1 });
    expect(answer.differences).toHaveLength(1_000);
  });
});

describe('an import', () => {
  const editor = useEditor(openMemoryStore, writeFacts);

  it('writes all, names who and why, and changes nothing the second time', async () => {
    const request = { input: text, format: 'YAML', reason: 'The yearly report.' } as const;
    expect(await importInput(editor(), request)).toEqual(
      answerOf({ created: 1, updated: 2, unchanged: 1, lastSequence: WRITE_FACTS + 3 }),
    );
    expect(await importInput(editor(), { ...request, dryRun: null })).toEqual(
      answerOf({ unchanged: 4, lastSequence: WRITE_FACTS + 3 }),
    );
    const { changes } = await editor().ask<{ changes: { changes: unknown[] } }>(
      `{ changes(after: ${WRITE_FACTS}, first: 10) { changes { recordId actor reason } } }`,
    );
    expect(changes.changes).toEqual(
      ['oracle', 'openai', 'openai-aws'].map((recordId) => ({
        recordId,
        actor: editor().name,
        reason: 'The yearly report.',
      })),
    );
    expect(await faultsIn(editor())).toEqual([]);
  });

  it('of JSON says the same as one of YAML', async () => {
    const input = JSON.stringify({ sources: [{ id: 'wire', publisher: 'Wire', title: 'News' }] }, null, '\t');
    expect(await importInput(editor(), { input, format: 'JSON' })).toMatchObject({ created: 1 });
  });

  it('of CSV needs to say what it holds', async () => {
    expect(await importInput(editor(), { input: 'id\n', format: 'CSV' })).toEqual(
      answerOf({
        userErrors: [
          {
            code: 'VALIDATION_FAILED',
            path: ['section'],
            message: 'section is missing; CSV holds records of one kind, say which',
          },
        ],
      }),
    );
  });

  it('with one fault writes nothing, not even what is sound', async () => {
    const input = 'id,publisher,title\nwire,Wire,News\nWire 2,Wire,News\n';
    expect(await importInput(editor(), { input, format: 'CSV', section: 'SOURCE' })).toEqual(
      refusedAt(
        3,
        1,
        'id: "Wire 2" is not an id; write lower-case letters, digits and single hyphens, such as "openai-aws-2025-11"',
      ),
    );
    expect(await newestSequence(editor())).toBe(WRITE_FACTS);
  });

  it('names the first thousand faults and counts the rest', async () => {
    const input = `companies:\n${'- 1\n'.repeat(1_002)}`;
    const answer = await importInput(editor(), { input, format: 'YAML' });
    expect([answer.faults.length, answer.moreFaults, answer.userErrors.length]).toEqual([1_000, 2, 1_000]);
  });

  it.each([
    [undefined, 'UNAUTHENTICATED'],
    ['READER' as const, 'FORBIDDEN'],
  ])('by %s is refused, tried or not: %s', async (role, code) => {
    const token = role && (await makeKey(editor().store, role)).text;
    for (const dryRun of [true, false]) {
      const variables = { input: text, format: 'YAML', dryRun };
      const { data, errors } = await postQuery(editor().url, importMutation, { token, variables });
      expect([data, errors?.[0]?.extensions.code]).toEqual([null, code]);
    }
    expect(await newestSequence(editor())).toBe(WRITE_FACTS);
  });
});
