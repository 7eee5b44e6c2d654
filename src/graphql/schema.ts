/** The executable schema: all types and resolvers, built once at start. */
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray, type PubSub } from 'type-graphql';
import { administrationResolvers } from './administration/index.js';
import { changeQueries } from './changes/change-queries.js';
import { changeSubscriptions } from './changes/change-subscription.js';
import { mutationResolvers } from './mutations/index.js';
import { questionResolvers } from './questions/index.js';
import { recordResolvers } from './records/record-resolvers.js';
import { typeNameOf } from './records/record-types.js';
import { searchResolvers } from './records/search-fields.js';
import { resolveDirectly } from './types/direct-resolvers.js';

const unused = (): never => {
  throw new Error('subscriptions follow the change feed in the graph, not messages of this process');
};
/** type-graphql asks for one as soon as there is a subscription. */
const unusedPubSub: PubSub = { publish: unused, subscribe: unused };

/** Throws when two types disagree: a defect of the code, found at start. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      ...recordResolvers,
      ...searchResolvers,
      ...questionResolvers,
      ...changeQueries,
      ...changeSubscriptions,
      ...mutationResolvers,
      ...administrationResolvers,
    ] as unknown as NonEmptyArray<new () => object>,
    pubSub: unusedPubSub,
    // Input is checked by the scalars and by the functions that take it, so that files and requests follow one rule.
    validate: false,
  });
  return resolveDirectly(schema, typeNameOf);
}
