// Whatever text is sent as an import, the answer is data: never a broken request, a stack trace or half a write.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { kinds } from '../../src/model/registry.js';
import { checkConsistency } from '../../src/records/check-consistency.js';
import { readLedger } from '../../src/records/ledger.js';
import type { OpenStore } from '../store/use-store.js';
import { makeKey } from '../support/make-key.js';
import { checkRefusal } from '../support/malformed.js';
import { postQuery } from '../support/post-query.js';
import { shareServerOver } from '../support/running-server.js';
import { writeFacts } from '../writes/write-facts.js';
import { type ImportAnswer, importMutation } from './import-request.js';

const words = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'companies',
  'cloudContracts',
  'id',
  'name',
  'roles',
  'amount',
  'value',
  'openai',
  'AI_LAB',
  'US',
  '*a',
  '&a',
  '<<',
  '!!js/function',
  '!!binary',
  '---',
  '...',
  '%YAML 9',
  '../../etc/passwd',
  '=cmd|1',
  'null',
  '.nan',
  '1e999',
  '\0',
  '\ud800',
  '\ufeff',
  '\r',
  '\r\n',
  '\n',
  '\t',
  ' ',
  '"',
  "'",
  ',',
  ';',
  '\\',
  ':',
  '- ',
  '? ',
  '| ',
  '> ',
  '#',
  '{',
  '}',
  '[',
  ']',
];

/** Texts of the signs that the formats are made of, in an order that hardly ever is one of theirs. */
const soup = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 })
  .map((parts) => parts.join(''));
const sections = kinds.map(({ section }) => section);
const key = fc.oneof(fc.constantFrom(...words, ...sections), fc.string({ maxLength: 8 }));
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value;
/** What parses, but says nothing that a record could. */
const strange = fc
  .dictionary(
    fc.constantFrom(...sections, '__proto__'),
    fc.array(fc.dictionary(key, anyValue, { maxKeys: 5 }), { maxLength: 3 }),
    { minKeys: 1, maxKeys: 3 },
  )
  .map((content) => JSON.stringify(content));
const sound = '{"companies": [{"id": "new", "name": "New", "roles": ["AI_LAB"], "country": "US"}]}';
/** A sound text with something out of place. */
const broken = fc
  .tuple(fc.nat({ max: sound.length - 1 }), fc.constantFrom(...words))
  .map(([at, word]) => `${sound.slice(0, at)}${word}${sound.slice(at + 1)}`);

const request = fc.record({
  input: fc.oneof(soup, strange, broken),
  format: fc.constantFrom('YAML', 'JSON', 'CSV'),
  section: fc.constantFrom(null, ...kinds.map(({ code }) => code)),
  dryRun: fc.constantFrom(true, false, null),
});

/** `texts`: how many are sent. */
export function describeMalformedImports(openStore: OpenStore, texts: number): void {
  describe('a text that is imported', () => {
    const server = shareServerOver(openStore, writeFacts);
    let token: string;
    beforeAll(async () => {
      token = (await makeKey(server.store, 'EDITOR')).text;
    });

    it(`${texts} malformed texts in three formats are refused as data, and nothing of them is written`, {
      timeout: 300_000,
    }, async () => {
      let [refusals, sequence] = [0, (await server.store.read(readLedger)).sequence];
      await fc.assert(
        fc.asyncProperty(request, async (variables) => {
          const reply = await postQuery(server.url, importMutation, { token, variables });
          checkRefusal(reply.status, JSON.stringify(reply));
          expect([reply.status, reply.errors]).toEqual([200, undefined]);
          const { importFacts: answer } = reply.data as { importFacts: ImportAnswer };
          for (const { line, column } of answer.faults)
            expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
          if (answer.userErrors.length > 0) {
            refusals += 1;
            expect([answer.created, answer.updated, answer.lastSequence]).toEqual([0, 0, null]);
          } else if (!answer.dryRun) {
            // One sign more or less can leave a sound text sound: what it says is then written, whole.
            sequence += answer.created + answer.updated;
          }
          expect((await server.store.read(readLedger)).sequence).toBe(sequence);
        }),
        { numRuns: texts, seed: 2026 },
      );
      expect(refusals).toBeGreaterThan((texts * 5) / 6);
      expect(await server.store.read(checkConsistency)).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  });
}
