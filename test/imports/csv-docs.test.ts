// docs/csv.md names the columns of every kind as the importer knows them.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kinds } from '../../src/model/registry.js';

const text = readFileSync(new URL('../../docs/csv.md', import.meta.url), 'utf8');

/** Worked out from the kinds alone: the id, each field, and of an amount its three parts; a required one is bold. */
function columnsOf({ fields }: (typeof kinds)[number]): string {
  const columns = Object.entries(fields).flatMap(([name, field]) => {
    const names =
      field.type === 'money' ? ['value', 'currency', 'basis'].map((part) => `${name}.${part}`) : [name];
    const shown = names.map((one) => `\`${one}\`${'isList' in field && field.isList ? ' (list)' : ''}`);
    return field.isRequired ? shown.map((one) => `**${one}**`) : shown;
  });
  return ['**`id`**', ...columns].join(', ');
}

const documented = new Map(
  [...text.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, section = '', columns = '']) => [section, columns]),
);

it.each(kinds.map((kind) => [kind.section, kind] as const))(
  'the columns of %s are documented',
  (section, kind) => {
    expect(documented.get(section)).toBe(columnsOf(kind));
  },
);

it('no other section is documented', () => {
  expect([...documented.keys()]).toEqual(kinds.map(({ section }) => section));
});
