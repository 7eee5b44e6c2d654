// What a company has beside its record: its group on a day, its direct suppliers and customers, page by page.
import { describe, expect, it } from 'vitest';
import { type Link, supplyLinks } from '../oracle/flows.js';
import { groupsOf } from '../oracle/groups.js';
import { loadFacts } from '../oracle/load-facts.js';
import { ask, askFault } from '../support/ask.js';
import { shareSeededServer } from '../support/running-server.js';

// All companies are asked for at once here, which is more than one query may cost by default.
const server = shareSeededServer({ MAX_QUERY_COST: '1000000' });
const facts = loadFacts();

interface Edge {
  readonly node: { readonly id: string };
  readonly deals: readonly { readonly id: string }[];
}
interface Answer {
  readonly companies: {
    readonly nodes: readonly {
      readonly id: string;
      readonly list: { readonly totalCount: number; readonly edges: readonly Edge[] };
    }[];
  };
}

/** Each company's direct counterparties with their deals, for those that have any. */
function counterparties(
  links: Link[],
  near: 'payer' | 'payee',
  far: 'payer' | 'payee',
): Record<string, object> {
  const byCompany: Record<string, Record<string, string[]>> = {};
  for (const { deal } of links) {
    const own = byCompany[deal[near]] ?? {};
    const deals = [...(own[deal[far]] ?? []), deal.id].sort();
    byCompany[deal[near]] = { ...own, [deal[far]]: deals };
  }
  return byCompany;
}

async function askCounterparties(field: string): Promise<Record<string, object>> {
  const found: Record<string, object> = {};
  for (const filter of ['{ country: { eq: "US" } }', '{ not: { country: { eq: "US" } } }']) {
    const { companies } = await ask<Answer>(
      server.url,
      `{ companies(first: 200, filter: ${filter}) {
        nodes { id list: ${field} { totalCount edges { node { id } deals { id } } } }
      } }`,
    );
    for (const { id, list } of companies.nodes) {
      expect(list.edges).toHaveLength(list.totalCount);
      expect(list.edges.map(({ node }) => node.id)).toEqual(list.edges.map(({ node }) => node.id).sort());
      if (list.edges.length === 0) continue;
      found[id] = Object.fromEntries(
        list.edges.map(({ node, deals }) => [node.id, deals.map((deal) => deal.id)]),
      );
    }
  }
  return found;
}

describe('suppliers and customers', () => {
  it('of every company are those that its own deals in force name', async () => {
    const links = supplyLinks(facts, { on: '2026-06-30', rollUp: false });
    expect(await askCounterparties('suppliers(first: 200, on: "2026-06-30")')).toEqual(
      counterparties(links, 'payer', 'payee'),
    );
    expect(await askCounterparties('customers(first: 200, on: "2026-06-30")')).toEqual(
      counterparties(links, 'payee', 'payer'),
    );
  });

  it('follow the day, the basis, the confidence, rumours and the kinds', async () => {
    const view = {
      on: '2025-11-03',
      basis: 'DELIVERING',
      minConfidence: 'REPORTED',
      includeRumoured: true,
    } as const;
    const links = supplyLinks(facts, { ...view, rollUp: false }, ['COMPONENT_SUPPLY', 'FACILITY_CONTRACT']);
    const args =
      'first: 200, on: "2025-11-03", basis: DELIVERING, minConfidence: REPORTED, includeRumoured: true, kinds: [COMPONENT_SUPPLY, FACILITY_CONTRACT]';
    expect(await askCounterparties(`suppliers(${args})`)).toEqual(counterparties(links, 'payer', 'payee'));
  });

  it('come in pages that say where they stand', async () => {
    const links = supplyLinks(facts, { on: '2026-06-30', rollUp: false });
    const ids = Object.keys(counterparties(links, 'payer', 'payee').openai ?? {}).sort();
    const walked: string[] = [];
    let after = '';
    for (let hasNextPage = true; hasNextPage; ) {
      const { company } = await ask<{ company: { suppliers: CounterpartyPage } }>(
        server.url,
        `{ company(id: "openai") { suppliers(on: "2026-06-30", first: 4 ${after}) {
          totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor }
        } } }`,
      );
      const { nodes, pageInfo, totalCount } = company.suppliers;
      expect(totalCount).toBe(ids.length);
      expect(pageInfo.hasPreviousPage).toBe(walked.length > 0);
      walked.push(...nodes.map(({ id }) => id));
      hasNextPage = pageInfo.hasNextPage;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(walked).toEqual(ids);
    expect(ids.length).toBeGreaterThan(8);
  });

  it.each(['[]', '[INVESTMENT]', '[CLOUD_CONTRACT, ACQUISITION]'])('refuse the kinds %s', async (kinds) => {
    const fault = await askFault(
      server.url,
      `{ company(id: "aws") { suppliers(kinds: ${kinds}) { totalCount } } }`,
    );
    expect(fault.code).toBe('VALIDATION_FAILED');
  });

  it('refuse a day that does not exist', async () => {
    const fault = await askFault(
      server.url,
      '{ company(id: "aws") { customers(on: "2025-02-30") { totalCount } } }',
    );
    expect(fault.code).toBe('VALIDATION_FAILED');
  });
});

interface CounterpartyPage {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string;
  };
}

describe('the group', () => {
  it.each(['2018-01-01', '2025-10-27', '2026-06-30'])(
    'of every company on %s is that of its ultimate majority owner',
    async (on) => {
      const found: Record<string, string> = {};
      for (const filter of ['{ country: { eq: "US" } }', '{ not: { country: { eq: "US" } } }']) {
        const { companies } = await ask<{ companies: { nodes: { id: string; group: { id: string } }[] } }>(
          server.url,
          `{ companies(first: 200, filter: ${filter}) { nodes { id group(on: "${on}") { id } } } }`,
        );
        for (const { id, group } of companies.nodes) found[id] = group.id;
      }
      expect(found).toEqual(Object.fromEntries(groupsOf(facts, { on })));
    },
  );

  it('of AWS is Amazon, and OpenAI, of which nobody owns more than half, is its own', async () => {
    expect(
      await ask(
        server.url,
        '{ aws: company(id: "aws") { group { id } } openai: company(id: "openai") { group { id } } }',
      ),
    ).toEqual({ aws: { group: { id: 'amazon' } }, openai: { group: { id: 'openai' } } });
  });
});
