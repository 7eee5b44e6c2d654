/** Measures what the text of an operation asks for, whatever the data. Each fragment counts where it is spread, every time. */
import { Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Fragments } from './fragments.js';

export interface Shape {
  /** Levels of fields; introspection has a limit of its own in graphql-js. */
  readonly depth: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Spreads of fragments, and inline ones. */
  readonly fragments: number;
}

type Measure = Omit<Shape, 'rootFields'> & {
  /** Fields of this level, those of its fragments among them. */
  readonly fields: number;
};

const nothing: Measure = { depth: 0, fields: 0, aliases: 0, directives: 0, fragments: 0 };

/** Fragments of fragments double with each step; beyond this a number says no more than that it is too much. */
const add = (one: number, other: number): number => Math.min(one + other, Number.MAX_SAFE_INTEGER);

/** Two selections side by side. */
const beside = (one: Measure, other: Measure): Measure => ({
  depth: Math.max(one.depth, other.depth),
  fields: add(one.fields, other.fields),
  aliases: add(one.aliases, other.aliases),
  directives: add(one.directives, other.directives),
  fragments: add(one.fragments, other.fragments),
});

const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

/** The operation must be valid: its fragments exist and have no cycles. Takes time in proportion to the document. */
export function measureShape(operation: OperationDefinitionNode, fragments: Fragments): Shape {
  // A fragment may be spread a thousand times by fragments that are spread a thousand times.
  const measured = new Map<SelectionSetNode, Measure>();

  function ofSelection(selection: SelectionNode): Measure {
    const directives = { ...nothing, directives: selection.directives?.length ?? 0 };
    if (selection.kind === Kind.FIELD) {
      const inner = selection.selectionSet === undefined ? nothing : ofSet(selection.selectionSet);
      const depth = isIntrospection(selection.name.value) ? 0 : inner.depth;
      const aliases = inner.aliases + (selection.alias === undefined ? 0 : 1);
      return beside(directives, { ...inner, fields: 1, depth: depth + 1, aliases });
    }
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const measure = inner === undefined ? nothing : ofSet(inner.selectionSet);
    return beside(directives, { ...measure, fragments: measure.fragments + 1 });
  }

  function ofSet(set: SelectionSetNode): Measure {
    const known = measured.get(set);
    if (known !== undefined) return known;
    const measure = set.selections.map(ofSelection).reduce(beside, nothing);
    measured.set(set, measure);
    return measure;
  }

  const { fields, ...shape } = ofSet(operation.selectionSet);
  return { ...shape, rootFields: fields };
}
