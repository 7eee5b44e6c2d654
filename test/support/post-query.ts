/** Posts a query as any client does, and gives the reply with its status and headers. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: unknown;
    readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export async function postQuery(
  url: string,
  query: string,
  { token, variables }: { token?: string | undefined; variables?: Record<string, unknown> } = {},
): Promise<Reply> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as Omit<Reply, 'status' | 'headers'>;
  return { status: response.status, headers: response.headers, ...answer };
}

/** Status, code and message of a reply that must be a refusal of the whole request. */
export function refusalOf({ status, data, errors }: Reply): {
  status: number;
  code: string;
  message: string;
} {
  const [first] = errors ?? [];
  if (first === undefined || data !== undefined) throw new Error('the request was not refused');
  return { status, code: first.extensions.code, message: first.message };
}

/** What a test asks for when all that matters is who asks. */
export const anyRead = '{ company(id: "openai") { id } }';
export const readAnswer = { company: { id: 'openai' } };
