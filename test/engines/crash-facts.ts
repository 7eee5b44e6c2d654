/** The world that crash-writer.ts writes in: its customers, and deals whose summary tells which write they are of. */

export const crashCompanies = ['lab-0', 'lab-1', 'lab-2', 'lab-3', 'lab-4'];
/** Deals that are written one by one. */
export const DEALS = 20;
/** Deals that are written by one import. */
export const IMPORTED = 60;

export const crashFacts = JSON.stringify({
  sources: [{ id: 'press', publisher: 'Press', title: 'The first report' }],
  companies: ['cloud', ...crashCompanies].map((id) => ({
    id,
    name: `The ${id}`,
    roles: ['AI_LAB'],
    country: 'US',
  })),
});
export const crashDeal = (id: string, customer: string, summary: string): Record<string, unknown> => ({
  id,
  supplier: 'cloud',
  customer,
  summary,
  announcedOn: '2026-01',
  status: 'ACTIVE',
  confidence: 'REPORTED',
  sources: ['press'],
});
