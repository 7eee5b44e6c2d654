/** Records as an answer shows them to who asks for their ids alone. */
export interface Identified {
  readonly id: string;
}

export const one = (id: string): Identified => ({ id });

export const all = (...ids: string[]): Identified[] => ids.map(one);
