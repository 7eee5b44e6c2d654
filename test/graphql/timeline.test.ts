// A timeline of the API, page by page.
import { describe, expect, it } from 'vitest';
import { ask, askWhole } from '../support/ask.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

interface Page {
  readonly timeline: {
    readonly entries: readonly { readonly day: string; readonly record: { readonly id: string } }[];
    readonly endCursor: string | null;
    readonly explored: number;
    readonly truncated: boolean;
  };
}

const query = `query ($first: Int, $after: String, $to: Day) {
  timeline(of: ["openai"], first: $first, after: $after, to: $to) {
    entries { day record { id } } endCursor explored truncated
  }
}`;

async function readPage(variables: Record<string, unknown>): Promise<Page['timeline']> {
  return (await ask<Page>(server.url, query, variables)).timeline;
}

/** A cursor that somebody made up. */
const made = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');

describe('a timeline', () => {
  it('is read page by page to its end, each entry once, also where a day is on two pages', async () => {
    const whole = await readPage({ first: 500 });
    const days = whole.entries.map(({ day }) => day);
    expect(whole.truncated).toBe(false);
    expect(new Set(days).size, 'several entries of one day').toBeLessThan(days.length);

    const read: string[] = [];
    for (let [after, hasMore]: [string | null, boolean] = [null, true]; hasMore; ) {
      const page = await readPage({ first: 3, after });
      read.push(...page.entries.map(({ record }) => record.id));
      [after, hasMore] = [page.endCursor, page.truncated];
    }
    expect(read).toEqual(whole.entries.map(({ record }) => record.id));
  });

  it('says how many deals were looked at, and has no cursor where it has no entries', async () => {
    expect(await readPage({ to: '1900' })).toEqual({
      entries: [],
      endCursor: null,
      explored: (await readPage({ first: 1 })).explored,
      truncated: false,
    });
  });

  it.each([
    ['nothing at all', ''],
    ['an id', 'openai'],
    ['garbage', '%%%'],
    ['the place in another list', made(['ID_ASC', null, 'openai'])],
    ['no day', made(['TIMELINE', null, 'openai'])],
    ['a day beyond all numbers', made(['TIMELINE', { integer: '20250101' }, 'openai'])],
    ['a day as a text', made(['TIMELINE', '2025-01-01', 'openai'])],
    ['what is no id', made(['TIMELINE', 20250101, "x'}) MATCH (n) DETACH DELETE n //"])],
  ])('refuses a cursor made of %s', async (_what, after) => {
    const { errors } = await askWhole(server.url, query, { after });
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/^after .*endCursor/),
        extensions: { code: 'VALIDATION_FAILED', path: ['after'] },
      },
    ]);
  });
});
