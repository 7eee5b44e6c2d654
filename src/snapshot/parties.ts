/** Which companies there are, in versions that never change. A company may be named by deals before it has a record, or after. */
import type { Codes } from './codes.js';

export interface Parties {
  has(id: string): boolean;
  all(): Iterable<string>;
  /** Starts the next version. */
  draft(): PartiesDraft;
}

export interface PartiesDraft {
  add(id: string): void;
  /** Nothing happens where it is not among them. */
  remove(id: string): void;
  /** The version itself where nothing was added or removed. */
  finish(): Parties;
}

/** `marks` has a 1 at the number of each. */
function partiesOf(companies: Codes, marks: Uint8Array): Parties {
  const parties: Parties = {
    has: (id) => marks[companies.find(id) ?? -1] === 1,
    *all() {
      for (const [company, mark] of marks.entries()) if (mark === 1) yield companies.textOf(company);
    },
    draft() {
      const changed = new Map<number, 0 | 1>();
      return {
        add(id) {
          changed.set(companies.codeOf(id), 1);
        },
        remove(id) {
          const company = companies.find(id);
          if (company !== undefined && marks[company] === 1) changed.set(company, 0);
        },
        finish() {
          if (changed.size === 0) return parties;
          const next = new Uint8Array(companies.size);
          next.set(marks);
          for (const [company, mark] of changed) next[company] = mark;
          return partiesOf(companies, next);
        },
      };
    },
  };
  return parties;
}

export const noParties = (companies: Codes): Parties => partiesOf(companies, new Uint8Array(0));
