/** Calls the administration of the API, here or through a server. */
import type { GraphClient } from './graph-client.js';

interface Payload {
  readonly userErrors: readonly { readonly message: string }[];
}

/** The payload of a mutation of this name; rejects with why it was refused. */
export async function mutate<Done>(
  client: GraphClient,
  field: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Done> {
  const { data } = await client.request(query, variables);
  const payload = data[field] as Done & Payload;
  if (payload.userErrors.length === 0) return payload;
  throw new Error(payload.userErrors.map(({ message }) => message).join('\n'));
}

/** Closes the client whatever becomes of the work. */
export async function withClient<Result>(
  client: GraphClient,
  work: (client: GraphClient) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
