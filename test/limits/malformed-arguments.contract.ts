/** Arguments that are nearly right: what is wrong with each is found, by its type or by what the field does with it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenStore } from '../store/use-store.js';
import { anyJson, checkAlive, checkRefusal, rememberGraph, tries } from '../support/malformed.js';
import { shareServerOver } from '../support/running-server.js';

const facts = `
sources: [{ id: page, publisher: Press, title: Page }]
companies:
  - { id: openai, name: OpenAI, roles: [AI_LAB], country: US }
  - { id: aws, name: Amazon Web Services, roles: [HYPERSCALER], country: US }
cloudContracts:
  - { id: openai-aws-2025-11, supplier: aws, customer: openai, summary: 'Seven years.', announcedOn: '2025-11-03',
      amount: { value: 38000000000, currency: USD, basis: TOTAL }, status: ACTIVE, confidence: CONFIRMED, sources: [page] }
`;

export function describeMalformedArguments(openStore: OpenStore): void {
  describe('arguments that are nearly right', () => {
    const server = shareServerOver(openStore, facts);

    test('nothing comes of malformed arguments', { timeout: 120_000 }, async () => {
      const query = `query (
    $id: ID!, $text: String!, $first: Int, $after: String, $filter: DealFilter, $on: Day, $tiers: Int
  ) {
    company(id: $id) { id }
    deals(first: $first, after: $after, filter: $filter) { nodes { id } }
    computeSupply(of: $id, on: $on, tiers: $tiers) { explored }
    search(text: $text, first: $first) { score }
  }`;
      const good = { id: 'openai', text: 'amazon', first: 2, tiers: 1 };
      const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('', '../..', "' OR 1=1 //"),
      );
      const number = fc.oneof(fc.integer(), fc.constantFrom(0, -1, 200, 201, 2 ** 31 - 1));
      const cursor = fc.oneof(
        text,
        anyJson.map((json) => Buffer.from(JSON.stringify(json)).toString('base64url')),
        fc
          .tuple(fc.constantFrom('ID_ASC', 'x'), anyJson, text)
          .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
      );
      const { filter } = fc.letrec<{ filter: unknown }>((tie) => ({
        filter: fc.oneof(
          { depthSize: 'small' },
          fc.record({ id: fc.record({ eq: text, in: fc.array(text) }, { requiredKeys: [] }) }),
          fc.record({ summary: fc.record({ contains: text }) }),
          fc.record({ amount: fc.record({ value: fc.record({ gt: fc.oneof(number, text, fc.double()) }) }) }),
          fc.record({
            announcedOn: fc.record({ lte: fc.oneof(text, fc.constantFrom('2025-02-30', '0000', '9999-12')) }),
          }),
          fc.record(
            { and: fc.array(tie('filter'), { maxLength: 4 }), not: tie('filter') },
            { requiredKeys: [] },
          ),
          anyJson,
        ),
      }));
      const fault = fc.oneof(
        fc.record({ id: text }),
        fc.record({ text }),
        fc.record({ first: number }),
        fc.record({ tiers: number }),
        fc.record({ after: cursor }),
        fc.record({ filter }),
        fc.record({ on: text }),
        fc.dictionary(fc.constantFrom(...Object.keys(good)), anyJson, { minKeys: 1, maxKeys: 1 }),
      );
      let reached = 0;
      const checkUnchanged = await rememberGraph(server.store);
      await fc.assert(
        fc.asyncProperty(fault, async (given) => {
          const response = await fetch(`${server.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query, variables: { ...good, ...given } }),
          });
          const body = await response.text();
          if (body.includes('"data"')) reached += 1;
          checkRefusal(response.status, body);
        }),
        tries(300),
      );
      // Many of them are so nearly right that only the fields themselves can find the fault.
      expect(reached).toBeGreaterThan(100);
      await checkAlive(server.url);
      await checkUnchanged();
    });
  });
}
