/** Ids are kebab-case slugs, unique across all kinds, that never change. */
import { z } from 'zod';

export const MAX_ID_LENGTH = 120;

export const idSchema = z
  .string({ error: 'an id is a text such as "openai-aws-2025-11"' })
  .max(MAX_ID_LENGTH, `an id has at most ${MAX_ID_LENGTH} characters`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: (issue) =>
      `"${String(issue.input).slice(0, MAX_ID_LENGTH)}" is not an id; write lower-case letters, digits and single hyphens, such as "openai-aws-2025-11"`,
  });
