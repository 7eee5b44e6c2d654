/** Puts ids in order by their code units, which is the same on every machine and in every store. */

export const compareIds = (one: string, other: string): number => Number(one > other) - Number(one < other);

interface OfCompany {
  readonly company: string;
}

/** For lists in which no company stands twice. */
export const byCompany = (one: OfCompany, other: OfCompany): number => (one.company < other.company ? -1 : 1);
