// A world small enough to work out every answer by hand.
import { emptyFacts, type Facts } from './facts.js';
import { parseFacts } from './load-facts.js';

const COMPANIES = 'amazon asml aws broadcom microsoft nvidia openai oracle tsmc'.split(' ');

const DEALS = `
ownerships:
- {id: amazon-owns-aws, owner: amazon, owned: aws, stakePercent: 100, sources: [press]}
- {id: microsoft-owns-openai, owner: microsoft, owned: openai, stakePercent: 27, since: 2025-10-28, sources: [press]}
cloudContracts:
- {id: openai-microsoft-2023, supplier: microsoft, customer: openai, announcedOn: 2023-01, endsOn: 2025-10,
   status: SUPERSEDED, replacedBy: openai-microsoft-2025, confidence: CONFIRMED, sources: [press],
   amount: {value: 10000000000, currency: USD, basis: ESTIMATE}, summary: Cloud.}
- {id: openai-microsoft-2025, supplier: microsoft, customer: openai, announcedOn: 2025-10-28, status: ACTIVE,
   confidence: CONFIRMED, sources: [press], amount: {value: 250000000000, currency: USD, basis: TOTAL}, summary: Cloud.}
- {id: openai-aws-2025, supplier: aws, customer: openai, announcedOn: 2025-11-03, startsOn: 2026, endsOn: '2032',
   status: ACTIVE, confidence: CONFIRMED, sources: [press], amount: {value: 38000000000, currency: USD, basis: TOTAL},
   summary: Cloud.}
- {id: openai-oracle-2025, supplier: oracle, customer: openai, announcedOn: 2025-07, status: RUMOURED,
   confidence: REPORTED, sources: [press], amount: {value: 300000000000, currency: USD, basis: UP_TO}, summary: Cloud.}
- {id: amazon-aws, supplier: aws, customer: amazon, announcedOn: 2010, status: ACTIVE, confidence: CONFIRMED,
   sources: [press], summary: Inside one group.}
chipSupply:
- {id: amazon-nvidia-2024, supplier: nvidia, customer: amazon, announcedOn: 2024, status: ACTIVE, confidence: REPORTED,
   sources: [press], summary: Chips.}
- {id: microsoft-nvidia-2024, supplier: nvidia, customer: microsoft, announcedOn: 2024-06, status: ACTIVE,
   confidence: CONFIRMED, sources: [press], amount: {value: 31000000000, currency: EUR, basis: PER_YEAR}, summary: Chips.}
- {id: openai-broadcom-2025, supplier: broadcom, customer: openai, announcedOn: 2025-10-13, status: ANNOUNCED,
   confidence: CONFIRMED, sources: [press], amount: {value: 20000000000, currency: EUR, basis: ESTIMATE}, summary: Chips.}
componentSupply:
- {id: nvidia-tsmc, supplier: tsmc, customer: nvidia, category: FABRICATION, status: ACTIVE, confidence: CONFIRMED,
   sources: [press], summary: Wafers.}
- {id: broadcom-tsmc, supplier: tsmc, customer: broadcom, category: FABRICATION, status: ACTIVE, confidence: ESTIMATED,
   sources: [press], summary: Wafers.}
- {id: tsmc-asml, supplier: asml, customer: tsmc, category: LITHOGRAPHY, status: ACTIVE, confidence: CONFIRMED,
   sources: [press], summary: Machines.}
investments:
- {id: nvidia-openai-2025, investor: nvidia, investee: openai, announcedOn: 2025-09-22, status: ANNOUNCED,
   confidence: CONFIRMED, sources: [press], amount: {value: 100000000000, currency: USD, basis: UP_TO}, summary: Money.}
- {id: microsoft-openai-2019, investor: microsoft, investee: openai, announcedOn: 2019-07, status: COMPLETED,
   confidence: CONFIRMED, sources: [press], amount: {value: 1000000000, currency: USD, basis: TOTAL}, summary: Money.}
acquisitions:
- {id: nvidia-openai-withdrawn, acquirer: nvidia, target: openai, announcedOn: 2024, status: TERMINATED,
   confidence: REPORTED, sources: [press], summary: Never ended on a known day.}
metrics:
- {id: openai-revenue-2025, company: openai, metric: REVENUE, period: '2025', asOf: 2026-02,
   amount: {value: 13000000000, currency: USD, basis: ESTIMATE}, sources: [press]}
- {id: openai-run-rate-2025-10, company: openai, metric: ANNUALIZED_REVENUE, period: 2025-10,
   amount: {value: 20000000000, currency: USD, basis: AT_LEAST}, sources: [press]}
- {id: openai-commitments-2025-10, company: openai, metric: COMMITMENTS, period: 2025-10-28,
   amount: {value: 1400000000000, currency: USD, basis: ESTIMATE}, sources: [press]}
events:
- {id: openai-microsoft-recapitalize, on: 2025-10-28, companies: [openai, microsoft], summary: New terms., sources: [press]}
sources:
- {id: press, publisher: Press, title: All of it, url: 'https://example.org'}
`;

export function tinyFacts(): Facts {
  const companies = COMPANIES.map((id) => ({ id, name: id, roles: ['ENTERPRISE'], country: 'US' }));
  return { ...emptyFacts(), ...(parseFacts(DEALS) as Partial<Facts>), companies };
}

export const tinyRates = [
  { currency: 'EUR', usdPerUnit: '1.10', on: '2025-01-01' },
  { currency: 'EUR', usdPerUnit: '1.15', on: '2025-10-01' },
];
