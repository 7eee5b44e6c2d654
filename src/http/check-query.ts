/** Refuses a query whose text is too long or too deep, before anything reads it. */
import type { FastifyInstance } from 'fastify';
import { checkText, type TextLimits } from '../graphql/limits/check-text.js';

const queryIn = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && 'query' in given ? given.query : undefined;

/** Holds for the routes of the scope that are registered after this. */
export function checkQueries(scope: FastifyInstance, limits: TextLimits): void {
  scope.addHook('preHandler', async ({ body, query: parameters }) => {
    const query = queryIn(body) ?? queryIn(parameters);
    if (typeof query === 'string') checkText(query, limits);
  });
}
