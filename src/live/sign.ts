/** Signs what is delivered to a webhook, so that its receiver can tell that it is ours and fresh. */
import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA256 (RFC 2104) in hex over `timestamp.body`. The timestamp, in seconds since 1970, is signed too, so that an old
 * delivery can't be sent again under a new one.
 */
export const sign = (secret: string, timestamp: number, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
