/** From a kind's fields to the check of its input: what zod accepts is a record that can be written. */
import { z } from 'zod';
import { type Day, daySchema, firstDayOf, lastDayOf } from './day.js';
import { type FieldSpec, MAX_ITEMS, MAX_NAME_LENGTH } from './field.js';
import { idSchema } from './id.js';
import type { DayOrder, FieldValue, Kind } from './kind.js';
import { moneySchema, signedMoneySchema } from './money.js';

/** A record as it is written: checked, but without a version yet. Until names are resolved, a reference may be a name. */
export type RecordInput = { readonly id: string } & { readonly [field: string]: FieldValue };

const numberSchema = (field: FieldSpec & { type: 'number' }): z.ZodType<number> =>
  z.preprocess(
    (value) => (typeof value === 'bigint' ? Number(value) : value),
    (field.isInteger ? z.int({ error: 'this is a whole number' }) : z.number({ error: 'this is a number' }))
      .min(field.min, `this is at least ${field.min}`)
      .max(field.max, `this is at most ${field.max}`),
  );

function textSchema(field: FieldSpec & { type: 'text' }): z.ZodType<string> {
  const text = z
    .string({ error: 'this is a text' })
    .trim()
    .min(1, 'this is not empty')
    // No file format carries it whole, and half of a character pair is no text either.
    .refine(
      (given) => given.isWellFormed() && !given.includes('\0'),
      'this holds characters that are no text',
    )
    .max(field.maxLength, `this has at most ${field.maxLength} characters`);
  return field.pattern ? text.regex(field.pattern.regex, field.pattern.message) : text;
}

/** What is referred to goes by its id or by a name; which record that is, the graph tells. */
const referenceSchema = ({ to }: FieldSpec & { type: 'reference' }): z.ZodType<string> =>
  z
    .string({ error: `this is the id or the name of a ${to}` })
    .trim()
    .min(1, 'this is not empty')
    .max(MAX_NAME_LENGTH, `this has at most ${MAX_NAME_LENGTH} characters`);

function valueSchema(field: FieldSpec): z.ZodType {
  switch (field.type) {
    case 'text':
      return textSchema(field);
    case 'choice':
      return z.enum(field.vocabulary.values, {
        error: `this is one of ${field.vocabulary.values.join(', ')}`,
      });
    case 'number':
      return numberSchema(field);
    case 'flag':
      return z.boolean({ error: 'this is true or false' });
    case 'day':
      return daySchema;
    case 'money':
      return field.mayBeNegative ? signedMoneySchema : moneySchema;
    case 'reference':
      return referenceSchema(field);
  }
}

const listSchema = (value: z.ZodType, minItems: number): z.ZodType =>
  z
    .array(value, { error: 'this is a list' })
    .min(minItems, minItems === 1 ? 'this names at least one' : `this names at least ${minItems}`)
    .max(MAX_ITEMS, `this names at most ${MAX_ITEMS}`)
    .transform((values) => [...new Set(values)]);

function fieldSchema(field: FieldSpec): z.ZodType {
  const isList = 'isList' in field && field.isList;
  const schema = isList ? listSchema(valueSchema(field), field.minItems) : valueSchema(field);
  if (field.isRequired) return schema;
  // Absent, null and an empty list say the same, and are stored the same.
  return schema.nullish().transform((given) => given ?? (isList ? [] : undefined));
}

const isDay = (value: unknown): value is Day => daySchema.safeParse(value).success;

const isOutOfOrder = (record: Record<string, unknown>, [startName, endName]: DayOrder): boolean => {
  const start = record[startName];
  const end = record[endName];
  return isDay(start) && isDay(end) && firstDayOf(start) > lastDayOf(end);
};

/** The schema of a kind's input: every field known, every value possible, no end before its start. */
export function recordSchema(kind: Kind): z.ZodType<RecordInput> {
  const shape = Object.fromEntries(
    Object.entries(kind.fields).map(([name, field]) => [name, fieldSchema(field)]),
  );
  const fields: z.ZodType<Record<string, unknown>> = z.strictObject(
    { id: idSchema, ...shape },
    { error: (issue) => (issue.code === 'invalid_type' ? 'a record is a map of fields' : undefined) },
  );
  const ordered = kind.dayOrders.reduce(
    (schema, order) =>
      schema.refine((record) => !isOutOfOrder(record, order), {
        path: [order[1]],
        error: `${order[1]} is before ${order[0]}; a record ends after it starts`,
        // Asked even when other fields are wrong, so that all faults are told at once.
        when: ({ value }) => typeof value === 'object' && value !== null,
      }),
    fields,
  );
  return ordered as z.ZodType<RecordInput>;
}
