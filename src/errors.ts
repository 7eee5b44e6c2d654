/** Every fault that a client may see, told apart by its code; anything else is an internal error and is masked. */

export const errorCodes = {
  VALIDATION_FAILED: {
    status: 400,
    meaning: 'The input breaks a rule; the message says which one and what is allowed.',
  },
  NOT_FOUND: { status: 404, meaning: 'No record has this id; near matches are named where there are any.' },
  AMBIGUOUS_NAME: { status: 409, meaning: 'A name fits several records; use one of the ids given.' },
  VERSION_CONFLICT: { status: 409, meaning: 'The record changed since it was read; read it again.' },
  UNAUTHENTICATED: { status: 401, meaning: 'A token is needed, or the one given is not valid.' },
  FORBIDDEN: { status: 403, meaning: 'The token is valid, but its role may not do this.' },
  QUERY_TOO_COSTLY: {
    status: 400,
    meaning: 'The query could read too much; ask for fewer levels or shorter lists.',
  },
  RATE_LIMITED: { status: 429, meaning: 'Too many requests; wait for as long as Retry-After says.' },
  TIMEOUT: { status: 504, meaning: 'The request passed its deadline and was cancelled.' },
  UNAVAILABLE: { status: 503, meaning: 'The graph cannot be reached at the moment; try again.' },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** A fault meant for the client: its message says what was wrong and what to do. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: Readonly<Record<string, unknown>>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}

export const validationFailed = (
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): AppError => new AppError('VALIDATION_FAILED', message, { details });
