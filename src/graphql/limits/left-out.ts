/** Whether `@skip` or `@include` leaves a selection out of the answer. */
import { type SelectionNode, valueFromASTUntyped } from 'graphql';

/** The value of `if` that leaves a selection out. */
const leavesOut: ReadonlyMap<string, boolean> = new Map([
  ['skip', true],
  ['include', false],
]);

export const isLeftOut = (
  { directives = [] }: SelectionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean =>
  directives.some(({ name, arguments: given = [] }) => {
    const condition = given.find((argument) => argument.name.value === 'if');
    return (
      condition !== undefined && valueFromASTUntyped(condition.value, variables) === leavesOut.get(name.value)
    );
  });
