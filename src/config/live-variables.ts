/** The variables of subscriptions and webhooks. */
import { z } from 'zod';
import { list, whole } from './variable.js';

const isAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

export const liveVariables = {
  SUBSCRIPTIONS_PER_CLIENT: whole(20, 1, 10_000).describe(
    'How many subscriptions a client may hold at once.',
  ),
  WEBHOOK_URLS: list(
    z.string().refine(isAddress, 'write an address such as https://example.com/hook'),
    [],
  ).describe('Addresses to which every change is delivered, with commas between.'),
  WEBHOOK_SECRET: z
    .string()
    .min(16, 'use at least 16 characters')
    .optional()
    .describe('Signs the deliveries; needed with WEBHOOK_URLS. At least 16 characters.'),
};
