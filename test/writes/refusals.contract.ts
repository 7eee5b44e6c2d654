/** What can't be written is refused whole, and every reason is told at once, with its place and what to do. */
import { describe, expect, it } from 'vitest';
import type { OpenStore } from '../store/use-store.js';
import { useEditor } from './use-editor.js';
import { newContract, WRITE_FACTS, writeFacts } from './write-facts.js';
import { newestSequence, refusals, upsert } from './write-requests.js';

/** What is wrong with the contract, and how that is told. */
const faults: readonly (readonly [string, Record<string, unknown>, readonly [string, string, string][]])[] = [
  [
    'without a source',
    { sources: [] },
    [['VALIDATION_FAILED', 'input.sources', 'sources: this names at least one']],
  ],
  [
    'that leaves its sources out',
    { sources: undefined },
    [['VALIDATION_FAILED', 'input.sources', 'sources is missing; this is a list']],
  ],
  [
    'with null for what is required',
    { status: null },
    [
      [
        'VALIDATION_FAILED',
        'input.status',
        'status is missing; this is one of RUMOURED, ANNOUNCED, ACTIVE, COMPLETED, SUPERSEDED, TERMINATED',
      ],
    ],
  ],
  [
    'with an amount that does not say what it counts',
    { amount: { value: 1, currency: 'USD' } },
    [
      [
        'VALIDATION_FAILED',
        'input.amount.basis',
        'amount.basis is missing; a basis is one of TOTAL, UP_TO, AT_LEAST, ESTIMATE, PER_YEAR',
      ],
    ],
  ],
  [
    'with a negative amount in no currency',
    { amount: { value: -1, currency: 'dollars', basis: 'TOTAL' } },
    [
      ['VALIDATION_FAILED', 'input.amount.value', 'amount.value: an amount is not negative'],
      [
        'VALIDATION_FAILED',
        'input.amount.currency',
        'amount.currency: a currency is a code of three capital letters, such as USD',
      ],
    ],
  ],
  [
    'that ends before it is announced',
    { endsOn: '2025' },
    [
      [
        'VALIDATION_FAILED',
        'input.endsOn',
        'endsOn: endsOn is before announcedOn; a record ends after it starts',
      ],
    ],
  ],
  [
    'whose summary is blank and whose term is endless',
    { summary: '  ', termYears: 101 },
    [
      ['VALIDATION_FAILED', 'input.summary', 'summary: this is not empty'],
      ['VALIDATION_FAILED', 'input.termYears', 'termYears: this is at most 100'],
    ],
  ],
  [
    'whose id is no id',
    { id: 'Anthropic AWS' },
    [
      [
        'VALIDATION_FAILED',
        'input.id',
        'id: "Anthropic AWS" is not an id; write lower-case letters, digits and single hyphens, such as "openai-aws-2025-11"',
      ],
    ],
  ],
  [
    'with the id of a company',
    { id: 'openai' },
    [['VALIDATION_FAILED', 'input.id', '"openai" is a Company already; ids are unique across all kinds']],
  ],
  [
    'that refers to what is not there, and to what is of another kind',
    { supplier: 'zzz', chips: ['gb200', 'openai'], sources: ['press', 'nowhere'] },
    [
      ['NOT_FOUND', 'input.supplier', 'supplier: there is no Company "zzz"'],
      ['NOT_FOUND', 'input.sources.1', 'sources: there is no Source "nowhere"'],
      ['VALIDATION_FAILED', 'input.chips.1', 'chips: "openai" is a Company, but chips wants a Chip'],
    ],
  ],
];

export function describeRefusals(openStore: OpenStore): void {
  describe('a deal', () => {
    const editor = useEditor(openStore, writeFacts);

    it('that breaks a rule is refused with every reason, and nothing of it is written', async () => {
      const told: unknown[] = [];
      for (const [what, wrong] of faults) {
        told.push([
          what,
          wrong,
          refusals(await upsert(editor(), 'CloudContract', { ...newContract, ...wrong })),
        ]);
      }
      expect(told).toEqual(faults);
      expect(await newestSequence(editor())).toBe(WRITE_FACTS);
      const { node } = await editor().ask<{ node: unknown }>('{ node(id: "anthropic-aws") { id } }');
      expect(node).toBeNull();
    });

    it('is refused for a reason of more than 1,000 characters', async () => {
      const how = { reason: 'x'.repeat(1_001) };
      expect(refusals(await upsert(editor(), 'CloudContract', newContract, how))).toEqual([
        ['VALIDATION_FAILED', 'reason', 'a reason has at most 1000 characters'],
      ]);
      await upsert(editor(), 'CloudContract', newContract, { reason: 'x'.repeat(1_000) });
      expect(await newestSequence(editor())).toBe(WRITE_FACTS + 1);
    });
  });
}
