/** A row of README's table of answers: what it says, once as a tab is answered, once as the files of the seed have it. */
import { expect } from 'vitest';
import { loadFacts } from '../oracle/load-facts.js';
import type { Rate } from '../oracle/money.js';

/** The day that README names. */
export const DAY = '2026-06-30';

/** Read without the product, for the slow computations of test/oracle. */
export const facts = loadFacts();

/** Of the files, too. */
export const rates = facts.exchangeRates as unknown as Rate[];

interface RowDefinition<Answer, Said> {
  /** How the row begins. */
  readonly question: string;
  /** The number of the tab that asks it. */
  readonly tab: number;
  /** What the row is about, from the answer. */
  read(answer: Answer): Said;
  /** The same, worked out slowly from the files. */
  expected(): Said;
  /** The words of the row that depend on it. */
  words(said: Said): readonly string[];
}

export interface Row {
  readonly question: string;
  readonly tab: number;
  /** Fails where the answer is not what the files have, or the text does not say so. */
  check(answer: unknown, text: string): void;
}

/** `Answer` is the definition's claim about what its tab selects. */
export const defineRow = <Answer, Said>(definition: RowDefinition<Answer, Said>): Row => ({
  question: definition.question,
  tab: definition.tab,
  check(answer, text) {
    const said = definition.read(answer as Answer);
    expect(said).toEqual(definition.expected());
    for (const words of definition.words(said)) expect(text).toContain(words);
  },
});

const names = new Map(facts.companies.map(({ id, name }) => [id, name]));

export const nameOf = (id: string): string => names.get(id) ?? id;

/** 47400000000 is 47.4. */
export const inBillions = (amount: number | string | bigint | null): number | null =>
  amount === null ? null : Number(amount) / 1_000_000_000;

export interface Named {
  readonly name: string;
}
