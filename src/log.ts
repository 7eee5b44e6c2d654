/** Structured logs on standard output; what could hold a secret is never written. */
import { type Logger, pino } from 'pino';

export type { Logger };

const SECRETS = ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token', '*.apiKey'];

export const createLog = (level: string): Logger =>
  pino({ level, redact: { paths: SECRETS, censor: '[secret]' }, base: undefined });

/**
 * graphql-js waits no more for the other items of a list once one has failed at once. What these fail with later must not
 * end the process, which is there for all others.
 */
export function outliveForgottenFaults(log: Pick<Logger, 'error'>): void {
  process.on('unhandledRejection', (err) => log.error({ err }, 'a fault that nobody waited for any more'));
}
