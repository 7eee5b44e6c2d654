/** What one query may ask for. A query beyond a limit is refused before anything of it is read. */
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql';
import { AppError } from '../../errors.js';
import { checkVariables } from './check-variables.js';
import { type Cost, estimateCost } from './estimate-cost.js';
import { fragmentsOf } from './fragments.js';
import { measureShape, type Shape } from './measure-shape.js';

export interface QueryLimits extends Shape {
  /** Words and signs of the text; the parser counts them. */
  readonly tokens: number;
  readonly cost: number;
}

/** What each measure of a query counts, and what helps. */
const shapes: Readonly<Record<keyof Shape, readonly [counts: string, advice: string]>> = {
  depth: ['levels of fields', 'Nest less.'],
  rootFields: ['fields at its root', 'Send several queries.'],
  aliases: ['aliases', 'Send several queries.'],
  directives: ['directives', 'Leave some out.'],
  fragments: ['uses of fragments', 'Use fewer, or use them in fewer places.'],
};

function checkShape(shape: Shape, limits: Shape): void {
  for (const measure of Object.keys(shapes) as (keyof Shape)[]) {
    const found = shape[measure];
    const limit = limits[measure];
    if (found <= limit) continue;
    const [counts, advice] = shapes[measure];
    throw new AppError(
      'QUERY_TOO_COSTLY',
      `The query has ${found} ${counts}; at most ${limit} are allowed. ${advice}`,
      {
        details: { measure, found, limit },
      },
    );
  }
}

function checkCost({ total, dearest }: Cost, limit: number): void {
  if (total <= limit) return;
  const path = dearest.path.join('.');
  throw new AppError(
    'QUERY_TOO_COSTLY',
    `The query may cost ${total}; the limit is ${limit}. Of that, ${dearest.cost} is for ${path}: ask there for fewer (first), also in the lists around it, or leave it out.`,
    { details: { measure: 'cost', cost: total, limit, path: dearest.path, pathCost: dearest.cost } },
  );
}

/**
 * Rejects with QUERY_TOO_COSTLY an operation beyond a limit, naming what it has, the limit and what to cut. The document
 * must be valid for the schema. Variables that do not fit their types are left for the execution to refuse.
 */
export function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: QueryLimits,
): void {
  const fragments = fragmentsOf(document);
  checkShape(measureShape(operation, fragments), limits);
  checkVariables(variables);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 1,
  });
  if (coerced === undefined) return;
  checkCost(estimateCost({ schema, fragments, variables: coerced }, operation), limits.cost);
}
