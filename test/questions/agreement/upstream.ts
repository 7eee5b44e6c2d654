/** Narrow places, what can't be avoided, and common suppliers. */
import { expect } from 'vitest';
import type { Day } from '../../../src/model/day.js';
import type { Graph } from '../../../src/questions/ask.js';
import { chokePoints } from '../../../src/questions/choke-points.js';
import { sharedSuppliers } from '../../../src/questions/shared-suppliers.js';
import { supplyChanges } from '../../../src/questions/supply-changes.js';
import { slowChokePoints } from '../../oracle/choke-points.js';
import { slowSharedSuppliers } from '../../oracle/shared-suppliers.js';
import { slowSupplyChanges } from '../../oracle/supply-changes.js';
import type { World } from './random-world.js';

/** What is unavoidable in each category is among them. */
export async function compareChokePoints(graph: Graph, { facts, question }: World): Promise<void> {
  const { kinds: _kinds, ...asked } = question;
  const expected = slowChokePoints(facts, asked).categories.map((category) => ({
    ...category,
    hhi: expect.closeTo(category.hhi, 6),
    suppliers: category.suppliers.map(({ weight: _weight, ...supplier }) => supplier),
  }));
  const { categories, truncated } = await chokePoints(graph, { ...asked, on: asked.on as Day });
  expect({ categories, truncated }).toEqual({ categories: expected, truncated: false });
}

export async function compareSharedSuppliers(graph: Graph, { facts, question, ways }: World): Promise<void> {
  const more = ways.further.map((at) => facts.companies[at % facts.companies.length]?.id ?? question.of);
  const asked = { ...question, companies: [question.of, question.other, ...more] };
  const { suppliers, truncated } = await sharedSuppliers(graph, { ...asked, on: asked.on as Day });
  expect({ suppliers, truncated }).toEqual({
    suppliers: slowSharedSuppliers(facts, asked),
    truncated: false,
  });
}

export async function compareSupplyChanges(graph: Graph, { facts, question }: World): Promise<void> {
  const { on, laterOn, ...asked } = question;
  const expected = slowSupplyChanges(facts, { ...asked, from: on, to: laterOn });
  const { gained, lost, tierMoved, truncated } = await supplyChanges(graph, {
    ...asked,
    from: on as Day,
    to: laterOn as Day,
  });
  expect({ gained, lost, tierMoved, truncated }).toEqual({ ...expected, truncated: false });
}
