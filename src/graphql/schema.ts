/** The executable schema: all types and resolvers, built once at start. */
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { changeQueries } from './changes/change-queries.js';
import { mutationResolvers } from './mutations/index.js';
import { questionResolvers } from './questions/index.js';
import { recordResolvers } from './records/record-resolvers.js';
import { searchResolvers } from './records/search-fields.js';

/** Throws when two types disagree: a defect of the code, found at start. */
export const createSchema = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [
      ...recordResolvers,
      ...searchResolvers,
      ...questionResolvers,
      ...changeQueries,
      ...mutationResolvers,
    ] as unknown as NonEmptyArray<new () => object>,
    // Input is checked by the scalars and by the functions that take it, so that files and requests follow one rule.
    validate: false,
  });
