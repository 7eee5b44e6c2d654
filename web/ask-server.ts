import type { GraphiQLProps } from 'graphiql';

// The server serves this page at the address that also answers queries, whatever a proxy in front calls it.
const endpoint = window.location.pathname;

export const askServer: GraphiQLProps['fetcher'] = async (request, options) => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...options?.headers,
    },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(
      `The server answered ${response.status} ${response.statusText}, not JSON: ${text.slice(0, 500)}`,
    );
  }
};
