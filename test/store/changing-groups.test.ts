// Groups are kept between questions; an answer is about those of its own state of the graph all the same.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import type { Graph } from '../../src/questions/ask.js';
import { paths } from '../../src/questions/paths.js';
import { supplyChanges } from '../../src/questions/supply-changes.js';
import { computeSupply } from '../../src/questions/tiers.js';
import { importText } from '../support/import-text.js';
import { openGraph } from '../support/open-graph.js';

const on = '2026-01-01' as Day;

const facts = `
sources:
  - { id: press, publisher: Press, title: Report, url: https://example.org/report }
companies:
  - { id: lab, name: Lab, roles: [AI_LAB], country: US }
  - { id: lab-arm, name: Lab Arm, roles: [AI_LAB], country: US }
  - { id: cloud, name: Cloud, roles: [NEOCLOUD], country: US }
cloudContracts:
  - id: arm-cloud
    summary: The arm rents from the cloud.
    supplier: cloud
    customer: lab-arm
    announcedOn: 2024-05
    status: ACTIVE
    confidence: CONFIRMED
    sources: [press]
`;

const takeover = `
ownerships:
  - { id: lab-owns-arm, owner: lab, owned: lab-arm, stakePercent: 80, since: 2025-01-01, sources: [press] }
`;

let graph: Graph;
beforeEach(async () => {
  graph = await openGraph(facts);
});

const suppliersOf = async (company: string): Promise<string[]> =>
  (await computeSupply(graph, { company, on })).tiers.flat().map((party) => party.company);

describe('after somebody bought a company', () => {
  it('a question that was asked before is about the group', async () => {
    expect(await suppliersOf('lab')).toEqual([]);
    await importText(graph.store, takeover);
    expect(await suppliersOf('lab')).toEqual(['cloud']);
  });

  it('a company that does not exist is missed, even where nothing had to be read', async () => {
    await suppliersOf('lab');
    await expect(paths(graph, { from: 'nobody', to: 'nobody', on })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('each of two days has its own groups', async () => {
    await suppliersOf('lab');
    await importText(graph.store, takeover);
    const { gained, lost } = await supplyChanges(graph, { of: 'lab', from: '2024-06' as Day, to: on });
    expect({ gained, lost }).toEqual({ gained: [{ company: 'cloud', group: 'cloud', tier: 1 }], lost: [] });
  });
});
