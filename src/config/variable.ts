/** The sorts of configuration variable; each gives its value when it is not set. */
import { z } from 'zod';

export const text = (fallback: string) => z.string().trim().min(1).default(fallback);

export const whole = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

export const flag = (fallback: boolean) => z.stringbool({ error: 'write true or false' }).default(fallback);

const split = (list: string): string[] =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Parts between commas, each of which `part` accepts. */
export const list = <Part extends string>(part: z.ZodType<Part, string>, fallback: readonly Part[]) =>
  z
    .string()
    .transform(split)
    .pipe(z.array(part))
    .default([...fallback]);
