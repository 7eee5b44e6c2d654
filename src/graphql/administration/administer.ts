/** What all of administration has in common: it is for administrators, takes its time, and tells expected faults as data. */
import { AppError } from '../../errors.js';
import type { WriteFault } from '../../records/write-fault.js';
import type { RequestContext } from '../context.js';
import { userError } from '../mutations/user-error.js';
import { requireRole } from '../require-role.js';
import { type AnswerField, value } from '../types/answer.js';
import type { Resolve } from '../types/direct-resolvers.js';

/** Work on all of a large graph takes longer than a request may; it ends one day all the same. */
const LONGEST_MS = 60 * 60 * 1_000;

const tooLong = () => new AppError('TIMEOUT', 'The work took longer than an hour and was cancelled.');

type Arguments = Readonly<Record<string, unknown>>;

export interface Administrator {
  /** As what it does is noted under. */
  readonly name: string;
  /** Takes the place of the request's deadline. */
  readonly signal: AbortSignal;
}

/** A resolver for administrators alone; others get UNAUTHENTICATED or FORBIDDEN. */
export const forAdministrators =
  (
    work: (context: RequestContext, admin: Administrator, args: Arguments) => Promise<unknown>,
  ): Resolve<RequestContext> =>
  async (_root, context, args) => {
    const { name } = requireRole(context, 'ADMIN');
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(tooLong()), LONGEST_MS);
    try {
      return await work(context, { name, signal: ending.signal }, args);
    } finally {
      clearTimeout(timer);
    }
  };

/** What every payload has. */
export interface Refusal {
  readonly userErrors: readonly WriteFault[];
}

export const userErrors: AnswerField<Refusal> = value(
  () => [userError.type],
  'Why it was refused, and nothing done; empty where it was not.',
);

const isExpected = (error: unknown): error is AppError =>
  error instanceof AppError && ['VALIDATION_FAILED', 'NOT_FOUND'].includes(error.code);

/** The payload of what was done; or of a refusal, where the administrator can mend it. */
export async function orRefused<Done extends object>(
  work: () => Promise<Done>,
): Promise<(Done & Refusal) | Refusal> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    if (!isExpected(error)) throw error;
    const { code, message, details } = error;
    return { userErrors: [{ code, message, path: (details.path as readonly string[] | undefined) ?? [] }] };
  }
}
