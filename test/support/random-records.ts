/** Records of every kind with values that are often the same, often absent and sometimes odd: for lists and filters. */
import type { Day } from '../../src/model/day.js';
import type { FieldSpec } from '../../src/model/field.js';
import type { FieldValue, Kind } from '../../src/model/kind.js';
import { type RecordInput, recordSchema } from '../../src/model/record-schema.js';
import { kinds, kindsNamed } from '../../src/model/registry.js';
import type { RecordToWrite } from '../../src/records/write-records.js';
import { makeRandom } from './seeded-random.js';

/** Those that fit a field's pattern are taken for it, so some look like codes. */
export const texts: readonly string[] = [
  'alpha',
  'Alpha',
  'ALPHA beta',
  'beta',
  'Straße',
  'STRASSE',
  'Ωmega',
  'ωMEGA',
  'ΟΔΟΣ',
  'İstanbul',
  'é',
  'e\u0301',
  '株式会社',
  '🚀 rocket',
  '100%',
  'a_b',
  "'}) DETACH DELETE record //",
  'US',
  'KR',
  'NASDAQ:NVDA',
  'KRX:000660',
  'https://example.org/',
  'Q42',
  'Q421',
  'FY2025',
  '2025',
  '2025-Q3',
  'EUR',
  'KRW',
  '1.0834',
  '0.00073',
];
export const days = [
  '2024',
  '2024-12',
  '2024-12-31',
  '2025',
  '2025-01',
  '2025-01-01',
  '2025-02-28',
  '2026-03',
] as Day[];
export const amounts: readonly bigint[] = [0n, 1n, 7n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 62n];
export const currencies: readonly string[] = ['USD', 'EUR'];
export const numbers: readonly number[] = [0, 1, 2, 50, 51, 100];
export const decimals: readonly number[] = [0, 0.1, 0.2, 49.9, 50, 100];

const PER_KIND = 24;
/** Ids that sort differently by length, by sign and by locale. */
const idOf = (kind: Kind, index: number): string =>
  `${kind.code.toLowerCase().replaceAll('_', '-')}-${index % 3 === 0 ? 'a' : 'a-b'}${index}`;

type Pick = <Item>(items: readonly Item[]) => Item;

function makeValue(field: FieldSpec, pick: Pick): FieldValue {
  switch (field.type) {
    case 'text':
      return pick(texts.filter((text) => field.pattern?.regex.test(text) ?? true));
    case 'choice':
      return pick(field.vocabulary.values);
    case 'number':
      return pick(field.isInteger ? numbers : decimals);
    case 'flag':
      return pick([true, false]);
    case 'day':
      return pick(days);
    case 'money':
      return { value: pick(amounts), currency: pick(currencies), basis: pick(['TOTAL', 'UP_TO'] as const) };
    case 'reference':
      return idOf(pick(kindsNamed(field.to)), pick([...Array(PER_KIND).keys()]));
  }
}

function makeField(field: FieldSpec, pick: Pick): FieldValue {
  if (!field.isRequired && pick([true, false, false])) return undefined;
  if (!('isList' in field && field.isList)) return makeValue(field, pick);
  const length = field.minItems + pick([0, 0, 1, 2]);
  // A list names each thing once; what is drawn twice makes it too short, so a few more are drawn.
  const values = new Set(Array.from({ length: length * 8 }, () => makeValue(field, pick) as string));
  return [...values].slice(0, length);
}

function makeRecord(kind: Kind, index: number, pick: Pick): RecordInput {
  const schema = recordSchema(kind);
  for (;;) {
    const values = Object.entries(kind.fields).map(([name, field]) => [name, makeField(field, pick)]);
    // Only the order of days can be wrong by chance.
    const checked = schema.safeParse({ id: idOf(kind, index), ...Object.fromEntries(values) });
    if (checked.success) return checked.data;
  }
}

/** The same records for the same seed. What they refer to is among them. */
export function makeRecords(seed: number): RecordToWrite[] {
  const random = makeRandom(seed);
  const pick: Pick = (items) => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  };
  return kinds.flatMap((kind) =>
    Array.from({ length: PER_KIND }, (_, index) => ({ kind, input: makeRecord(kind, index, pick) })),
  );
}
