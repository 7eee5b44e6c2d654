/** Checks what a question is asked with; what breaks a rule is rejected with VALIDATION_FAILED, the rule named. */
import { validationFailed } from '../errors.js';
import { supplyKinds } from '../model/registry.js';

/** The number itself, if it is whole and within the range. */
export function checkRange(name: string, value: number, min: number, max: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw validationFailed(`${name} is ${value}; it is from ${min} to ${max}`, { path: [name] });
}

/** The values themselves, if they are some of those that there are. */
export function checkChoices<Choice extends string>(
  name: string,
  values: readonly Choice[],
  choices: readonly Choice[],
): readonly Choice[] {
  if (values.length === 0) throw validationFailed(`${name} is empty; leave it out for all`, { path: [name] });
  const other = values.find((value) => !choices.includes(value));
  if (other === undefined) return values;
  throw validationFailed(`${name} has ${other}; it may have ${choices.join(', ')}`, { path: [name] });
}

const supplyCodes = supplyKinds.map(({ code }) => code);

/** The kinds themselves, if deals of each of them supply something. */
export const checkSupplyKinds = (kinds: readonly string[] | undefined): readonly string[] =>
  kinds === undefined ? supplyCodes : checkChoices('kinds', kinds, supplyCodes);
