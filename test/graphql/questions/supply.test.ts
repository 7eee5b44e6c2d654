// What the questions about supply answer over HTTP, every field of it, worked out by hand on the small graph.
import { expect, it } from 'vitest';
import { ask } from '../../support/ask.js';
import { shareServerWith } from '../../support/running-server.js';
import { smallGraphYaml } from '../../support/small-graph.js';
import { all, one } from './identified.js';

const server = shareServerWith(smallGraphYaml);

it('computeSupply tells who supplies whom, by which deals, tier by tier', async () => {
  const query = `{ computeSupply(of: "openai", on: "2025-12-01") {
    of { id }
    tiers { tier suppliers { company { id } group { id } deals { id } suppliesTo { id } } }
    explored truncated
  } }`;
  expect(await ask(server.url, query)).toEqual({
    computeSupply: {
      of: one('openai'),
      tiers: [
        {
          tier: 1,
          suppliers: [
            supplier('aws', 'amazon', ['openai-aws'], ['openai']),
            supplier('coreweave', 'coreweave', ['openai-coreweave'], ['openai']),
            supplier('microsoft', 'microsoft', ['openai-microsoft'], ['openai']),
          ],
        },
        {
          tier: 2,
          suppliers: [
            supplier('amd', 'amd', ['microsoft-amd'], ['microsoft']),
            supplier('arm', 'softbank', ['amazon-arm'], ['amazon']),
            supplier('core-scientific', 'core-scientific', ['coreweave-core-scientific'], ['coreweave']),
            supplier(
              'nvidia',
              'nvidia',
              ['amazon-nvidia', 'coreweave-nvidia', 'microsoft-nvidia'],
              ['amazon', 'coreweave', 'microsoft'],
            ),
          ],
        },
        {
          tier: 3,
          suppliers: [
            supplier('sk-hynix', 'sk-hynix', ['nvidia-sk-hynix'], ['nvidia']),
            supplier('tsmc', 'tsmc', ['amd-tsmc', 'nvidia-tsmc'], ['amd', 'nvidia']),
          ],
        },
        {
          tier: 4,
          suppliers: [supplier('asml', 'asml', ['sk-hynix-asml', 'tsmc-asml'], ['sk-hynix', 'tsmc'])],
        },
      ],
      // Three deals of OpenAI, six of its clouds, two of ASML; of Nvidia and AMD four, for Arm supplies Nvidia too.
      explored: 15,
      truncated: false,
    },
  });
});

it('exposure tells who depends on whom, by which deals, tier by tier', async () => {
  const query = `{ exposure(to: "tsmc", on: "2025-12-01") {
    to { id }
    tiers { tier customers { company { id } group { id } deals { id } dependsOn { id } } }
    explored truncated
  } }`;
  const clouds = ['aws', 'coreweave', 'microsoft'];
  expect(await ask(server.url, query)).toEqual({
    exposure: {
      to: one('tsmc'),
      tiers: [
        {
          tier: 1,
          customers: [customer('amd', ['amd-tsmc'], ['tsmc']), customer('nvidia', ['nvidia-tsmc'], ['tsmc'])],
        },
        {
          tier: 2,
          customers: [
            customer('amazon', ['amazon-nvidia'], ['nvidia']),
            customer('coreweave', ['coreweave-nvidia'], ['nvidia']),
            customer('microsoft', ['microsoft-amd', 'microsoft-nvidia'], ['amd', 'nvidia']),
          ],
        },
        {
          tier: 3,
          customers: [
            customer('anthropic', ['anthropic-aws'], ['aws']),
            customer('openai', ['openai-aws', 'openai-coreweave', 'openai-microsoft'], clouds),
          ],
        },
      ],
      explored: 10,
      truncated: false,
    },
  });
});

it('chokePoints tells shares, sole suppliers and what is unavoidable, by category', async () => {
  const query = `{ chokePoints(of: "openai", on: "2025-12-01") {
    of { id }
    categories {
      category hhi
      suppliers { group { id } share soleSupplierOf { id } }
      unavoidable { id }
    }
    explored truncated
  } }`;
  const third = (group: string) => ({ group: one(group), share: 1 / 3, soleSupplierOf: [] });
  expect(await ask(server.url, query)).toEqual({
    chokePoints: {
      of: one('openai'),
      categories: [
        {
          category: 'CHIP_SUPPLY',
          // Nvidia supplies three clouds, AMD one: 75 squared and 25 squared.
          hhi: 6250,
          suppliers: [
            { group: one('nvidia'), share: 0.75, soleSupplierOf: all('amazon', 'coreweave') },
            { group: one('amd'), share: 0.25, soleSupplierOf: [] },
          ],
          unavoidable: [],
        },
        {
          category: 'CLOUD_CONTRACT',
          hhi: expect.closeTo(3333.333, 3),
          suppliers: [third('amazon'), third('coreweave'), third('microsoft')],
          unavoidable: [],
        },
        soleSupplier('COLOCATION', 'core-scientific', ['coreweave'], ['core-scientific', 'coreweave']),
        soleSupplier('FABRICATION', 'tsmc', ['amd', 'nvidia'], ['tsmc']),
        soleSupplier('IP_LICENSE', 'softbank', ['amazon', 'nvidia'], ['softbank']),
        soleSupplier('LITHOGRAPHY', 'asml', ['sk-hynix', 'tsmc'], ['asml']),
        soleSupplier('MEMORY', 'sk-hynix', ['nvidia'], ['nvidia', 'sk-hynix']),
      ],
      explored: 15,
      truncated: false,
    },
  });
});

it('sharedSuppliers tells at which tier of each company its suppliers stand', async () => {
  const query = `{ sharedSuppliers(companies: ["openai", "microsoft"], on: "2025-12-01") {
    group { id }
    tierOf { company { id } tier }
  } }`;
  const shared = (group: string, openai: number, microsoft: number) => ({
    group: one(group),
    tierOf: [
      { company: one('openai'), tier: openai },
      { company: one('microsoft'), tier: microsoft },
    ],
  });
  expect(await ask(server.url, query)).toEqual({
    sharedSuppliers: [
      shared('amd', 2, 1),
      shared('asml', 4, 3),
      shared('nvidia', 2, 1),
      shared('sk-hynix', 3, 2),
      // Arm supplies Amazon, which supplies OpenAI; to Microsoft it comes through Nvidia.
      shared('softbank', 2, 2),
      shared('tsmc', 3, 2),
    ],
  });
});

it('supplyChanges tells who came, who went and who moved between two days', async () => {
  const query = `{ supplyChanges(of: "openai", from: "2025-06-01", to: "2026-06-01") {
    of { id }
    gained { company { id } group { id } tier }
    lost { company { id } group { id } tier }
    tierMoved { company { id } fromTier toTier }
    tiers explored truncated
  } }`;
  expect(await ask(server.url, query)).toEqual({
    supplyChanges: {
      of: one('openai'),
      gained: [{ company: one('aws'), group: one('amazon'), tier: 1 }],
      lost: [{ company: one('core-scientific'), group: one('core-scientific'), tier: 2 }],
      // Arm supplied Nvidia only, as far as OpenAI was concerned; now it supplies Amazon as well.
      tierMoved: [{ company: one('arm'), fromTier: 3, toTier: 2 }],
      tiers: 4,
      // 13 deals on the first day, 14 on the second.
      explored: 27,
      truncated: false,
    },
  });
});

function supplier(company: string, group: string, deals: string[], suppliesTo: string[]) {
  return { company: one(company), group: one(group), deals: all(...deals), suppliesTo: all(...suppliesTo) };
}

/** In this graph each customer is the head of its group. */
function customer(company: string, deals: string[], dependsOn: string[]) {
  return { company: one(company), group: one(company), deals: all(...deals), dependsOn: all(...dependsOn) };
}

/** A category in which one supplies all. */
function soleSupplier(category: string, group: string, soleSupplierOf: string[], unavoidable: string[]) {
  return {
    category,
    hhi: 10_000,
    suppliers: [{ group: one(group), share: 1, soleSupplierOf: all(...soleSupplierOf) }],
    unavoidable: all(...unavoidable),
  };
}
