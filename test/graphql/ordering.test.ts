// The order of a list: by what was asked for, ties by id, and what lacks the value last, in either direction.
import { describe, expect, it } from 'vitest';
import { interfaces, kinds } from '../../src/model/registry.js';
import { ask } from '../support/ask.js';
import { type RawRecord, seed } from '../support/read-seed.js';
import { shareSeededServer } from '../support/running-server.js';
import { walkBackwards, walkForwards } from '../support/walk.js';

const server = shareSeededServer();
const recordsOf = (section: string): readonly RawRecord[] => seed.get(section) ?? [];

/** Ends and what counts to the last day that it can mean; all other dates count from the first. */
const LAST_DAY_FIELDS = ['endsOn', 'until', 'closedOn', 'capacityBy'];

describe('ordering', () => {
  it('puts an imprecise start at its first day and an imprecise end at its last', () => {
    expect(sortKey('announcedOn', '2025')).toBe('2025-01-01');
    expect(sortKey('endsOn', '2025')).toBe('2025-12-31');
    expect(sortKey('endsOn', '2024-02')).toBe('2024-02-29');
  });

  it.each(kinds.map(({ name, section }) => [section, name]))(
    'of %s is as worked out from the seed, in every order that there is',
    async (section, name) => {
      const orders = await ordersOf(`${name}Order`);
      expect(orders.length).toBeGreaterThan(2);
      for (const order of orders) {
        const pages = await walkForwards(server.url, section, { size: 200, args: `orderBy: ${order}` });
        expect(pages.flat(), order).toEqual(sorted(recordsOf(section), order));
      }
    },
    30_000,
  );

  it.each([
    // Many contracts have no amount, few have an end, and several share a day.
    ['cloudContracts', 'AMOUNT_ASC'],
    ['cloudContracts', 'AMOUNT_DESC'],
    ['cloudContracts', 'ENDS_ON_ASC'],
    ['cloudContracts', 'ENDS_ON_DESC'],
    ['cloudContracts', 'ANNOUNCED_ON_DESC'],
    ['cloudContracts', 'EXCLUSIVITY_DESC'],
    ['chips', 'FAMILY_ASC'],
    ['chips', 'ID_DESC'],
  ])('of %s by %s is the same in small pages, walked from either end', async (section, order) => {
    const expected = sorted(recordsOf(section), order);
    const forwards = await walkForwards(server.url, section, { size: 4, args: `orderBy: ${order}` });
    const backwards = await walkBackwards(server.url, section, { size: 5, args: `orderBy: ${order}` });
    expect(forwards.flat()).toEqual(expected);
    expect(backwards.reverse().flat()).toEqual(expected);
  });

  it.each(interfaces.map(({ name, section }) => [section, name]))(
    'of %s mixes its kinds',
    async (section, name) => {
      const shared = kinds.filter((kind) => kind.interfaces.includes(name));
      const records = shared.flatMap((kind) => recordsOf(kind.section));
      const order = section === 'deals' ? 'ANNOUNCED_ON_DESC' : 'SUMMARY_ASC';
      const pages = await walkForwards(server.url, section, { size: 150, args: `orderBy: ${order}` });
      expect(pages.flat()).toEqual(sorted(records, order));
    },
  );
});

async function ordersOf(type: string): Promise<string[]> {
  const { type: found } = await ask<{ type: { enumValues: { name: string }[] } }>(
    server.url,
    `{ type: __type(name: "${type}") { enumValues { name } } }`,
  );
  return found.enumValues.map(({ name }) => name);
}

/** ANNOUNCED_ON_DESC sorts by announcedOn, CAPACITY_MW_ASC by capacityMW. */
function fieldOf(order: string, records: readonly RawRecord[]): string {
  const words = order
    .replace(/_(ASC|DESC)$/, '')
    .replaceAll('_', '')
    .toLowerCase();
  const fields = new Set(records.flatMap((record) => Object.keys(record)));
  return [...fields].find((field) => field.toLowerCase() === words) ?? 'in no record';
}

function sorted(records: readonly RawRecord[], order: string): string[] {
  const field = fieldOf(order, records);
  const direction = order.endsWith('_DESC') ? -1 : 1;
  if (field === 'id')
    return records.map(({ id }) => id).sort((one, other) => direction * compare(one, other));
  const keyed = records.map((record) => ({ id: record.id, key: sortKey(field, record[field]) }));
  const known = keyed.filter(({ key }) => key !== undefined);
  const unknown = keyed.filter(({ key }) => key === undefined);
  const byId = (one: { id: string }, other: { id: string }): number => compare(one.id, other.id);
  known.sort((one, other) => direction * compare(one.key ?? '', other.key ?? '') || byId(one, other));
  return [...known, ...unknown.sort(byId)].map(({ id }) => id);
}

function compare(one: string | number, other: string | number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function sortKey(field: string, value: unknown): string | number | undefined {
  if (typeof value === 'object' && value !== null) return (value as { value: number }).value;
  if (typeof value !== 'string') return value as number | undefined;
  const isLast = LAST_DAY_FIELDS.includes(field);
  // A metric's period is a text, though it may look like a date.
  if (field === 'period' || !/^\d{4}(-\d{2})?$/.test(value)) return value;
  const [year, month] = value.split('-').map(Number);
  if (!isLast) return month === undefined ? `${value}-01-01` : `${value}-01`;
  const end = new Date(Date.UTC(year ?? 0, month ?? 12, 0));
  return end.toISOString().slice(0, 10);
}
