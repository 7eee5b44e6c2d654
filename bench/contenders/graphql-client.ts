/** Asks a GraphQL server in its own process, by the same path as over HTTP but for the socket. */
import type { FastifyInstance } from 'fastify';

export interface GraphQLClient {
  ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
}

export const clientOf = (server: FastifyInstance, close: () => Promise<void>): GraphQLClient => ({
  async ask(query, variables) {
    const response = await server.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
    const { data, errors } = response.json<{ data: unknown; errors?: readonly { message: string }[] }>();
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
    return data;
  },
  close,
});
