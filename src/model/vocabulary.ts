/** A closed list of values, each with its meaning: a GraphQL enum, a check on input and documentation in one. */

export interface Vocabulary<Value extends string = string> {
  readonly name: string;
  readonly description: string;
  /** What each value means, in the order in which they are shown. */
  readonly meanings: Readonly<Record<Value, string>>;
  readonly values: readonly Value[];
}

export function vocabulary<const Value extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Value, string>>,
): Vocabulary<Value> {
  return { name, description, meanings, values: Object.keys(meanings) as Value[] };
}

export type ValueOf<Words extends Vocabulary> = Words['values'][number];
