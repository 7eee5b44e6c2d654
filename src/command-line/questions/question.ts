/** What the command line knows of a question: its name comes from its field, its options come from the schema. */
import type { Table } from '../table.js';

export interface Question {
  /** The field of `Query`: computeSupply. */
  readonly field: string;
  /** What to read of the answer, for the table and for --json. */
  readonly selection: string;
  /** The options of an example. */
  readonly example: string;
  toTable(answer: unknown): Table;
}

interface QuestionDefinition<Answer> extends Question {
  toTable(answer: Answer): Table;
}

/** `Answer` is the definition's claim about its own selection. */
export const defineQuestion = <Answer>(definition: QuestionDefinition<Answer>): Question => ({
  ...definition,
  toTable: (answer) => definition.toTable(answer as Answer),
});

/** computeSupply is compute-supply to those who type it. */
export const toWords = (name: string): string =>
  name.replace(/[A-Z]+/g, (letters) => `-${letters.toLowerCase()}`);
