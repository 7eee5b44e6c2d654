/** What administrators do with a running server. */
import { createMutations, createQueries, type GraphQLClass } from '../types/decorate.js';
import { apiKeyMutations, apiKeyQueries, apiKeyResolvers } from './api-keys.js';
import { upkeepMutations, upkeepQueries, upkeepResolvers } from './upkeep.js';

/** The resolver classes of administration. */
export const administrationResolvers: readonly GraphQLClass[] = [
  createQueries('AdministrationQueries', [...apiKeyQueries, ...upkeepQueries]),
  createMutations('AdministrationMutations', [...apiKeyMutations, ...upkeepMutations]),
  ...apiKeyResolvers,
  ...upkeepResolvers,
];
