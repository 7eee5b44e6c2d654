/** Structured logs on standard output; what could hold a secret is never written. */
import { type Logger, pino } from 'pino';

export type { Logger };

const SECRETS = ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token', '*.apiKey'];

export const createLog = (level: string): Logger =>
  pino({ level, redact: { paths: SECRETS, censor: '[secret]' }, base: undefined });
