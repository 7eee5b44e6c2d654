/** Tells in the response's extensions which list fields were cut short: a bare list has no place to say so itself. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from './context.js';

export const truncationPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue: { truncations }, response: { body } }) {
        if (truncations.length === 0 || body.kind !== 'single') return;
        body.singleResult.extensions = { ...body.singleResult.extensions, truncated: truncations };
      },
    };
  },
};
