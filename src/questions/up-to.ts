/** The whole numbers from one to another, both included: the levels of a statement that is made of several alike. */
export const upTo = (last: number, from = 1): number[] =>
  Array.from({ length: last - from + 1 }, (_, at) => from + at);
