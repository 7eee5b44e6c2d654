/**
 * A lab that buys from a cloud, a chip maker and a foundry which all invest in it: few enough deals to add up in the
 * head. Euros have rates of two dates, won have none.
 */
export const smallMoneyGraphYaml = `
companies:
- {id: chips, name: Chips, roles: [CHIP_DESIGNER], country: US}
- {id: cloud, name: Cloud, roles: [HYPERSCALER], country: US}
- {id: cloud-web, name: Cloud Web, roles: [HYPERSCALER], country: US}
- {id: foundry, name: Foundry, roles: [FOUNDRY], country: KR}
- {id: fund, name: Fund, roles: [INVESTOR], country: US}
- {id: lab, name: Lab, roles: [AI_LAB], country: US}
ownerships:
- {id: cloud-owns-cloud-web, owner: cloud, owned: cloud-web, stakePercent: 100, sources: [press]}
cloudContracts:
- {id: lab-cloud-2024, supplier: cloud, customer: lab, announcedOn: '2024-05-10', endsOn: '2027-12', status: ACTIVE,
   confidence: CONFIRMED, amount: {value: 10000000000, currency: USD, basis: TOTAL}, summary: Computing., sources: [press]}
- {id: lab-cloud-web-2025, supplier: cloud-web, customer: lab, announcedOn: '2025-07-01', startsOn: '2026-06',
   status: ANNOUNCED, confidence: CONFIRMED, amount: {value: 4000000000, currency: USD, basis: UP_TO},
   summary: More computing., sources: [press]}
chipSupply:
- {id: cloud-chips-2023, supplier: chips, customer: cloud, announcedOn: '2023-03', status: ACTIVE, confidence: CONFIRMED,
   amount: {value: 6000000000, currency: EUR, basis: TOTAL}, summary: Chips before the first rate., sources: [press]}
- {id: lab-chips-2025, supplier: chips, customer: lab, announcedOn: '2025-09-09', endsOn: '2028', status: ACTIVE,
   confidence: REPORTED, amount: {value: 5000000000, currency: EUR, basis: AT_LEAST}, summary: Chips., sources: [press]}
- {id: lab-chips-2026, supplier: chips, customer: lab, announcedOn: '2025-12', status: RUMOURED, confidence: REPORTED,
   amount: {value: 9000000000, currency: USD, basis: TOTAL}, summary: Talk of more chips., sources: [press]}
componentSupply:
- {id: chips-foundry, supplier: foundry, customer: chips, category: FABRICATION, status: ACTIVE, confidence: CONFIRMED,
   summary: Wafers that no announcement began., sources: [press]}
- {id: lab-foundry, supplier: foundry, customer: lab, category: DESIGN_SERVICE, startsOn: '2025-04', status: ACTIVE,
   confidence: CONFIRMED, amount: {value: 500000000000, currency: KRW, basis: TOTAL}, summary: Design., sources: [press]}
facilityContracts:
- {id: lab-cloud-lease-2025, supplier: cloud, customer: lab, category: LEASE, announcedOn: '2025-02', status: ACTIVE,
   confidence: CONFIRMED, amount: {value: 1000000000, currency: USD, basis: PER_YEAR}, summary: A hall., sources: [press]}
investments:
- {id: chips-lab-2025, investor: chips, investee: lab, announcedOn: '2025-08-01', status: ANNOUNCED, confidence: CONFIRMED,
   amount: {value: 5000000000, currency: USD, basis: UP_TO}, summary: Money for chips., sources: [press]}
- {id: cloud-lab-2024, investor: cloud, investee: lab, announcedOn: '2024-06-01', status: COMPLETED, confidence: CONFIRMED,
   amount: {value: 3000000000, currency: USD, basis: TOTAL}, summary: Money for computing., sources: [press]}
- {id: foundry-lab-2025, investor: foundry, investee: lab, announcedOn: '2025-11', status: COMPLETED, confidence: REPORTED,
   summary: Nobody says how much., sources: [press]}
- {id: fund-lab-2024, investor: fund, investee: lab, announcedOn: '2024-06-01', status: COMPLETED, confidence: CONFIRMED,
   amount: {value: 1000000000, currency: USD, basis: TOTAL}, summary: Money., sources: [press]}
acquisitions:
- {id: cloud-buys-cloud-web-2020, acquirer: cloud, target: cloud-web, announcedOn: '2020', status: COMPLETED,
   confidence: CONFIRMED, summary: Now it is one group., sources: [press]}
metrics:
- {id: lab-commitments-2025-11, company: lab, metric: COMMITMENTS, period: '2025-11-01',
   amount: {value: 60000000000, currency: USD, basis: ESTIMATE}, sources: [press]}
- {id: lab-revenue-2024, company: lab, metric: REVENUE, period: FY2024, asOf: '2025-02',
   amount: {value: 2000000000, currency: USD, basis: TOTAL}, sources: [press]}
- {id: lab-revenue-2025-q3, company: lab, metric: REVENUE, period: 2025-Q3,
   amount: {value: 1000000000, currency: USD, basis: TOTAL}, sources: [press]}
- {id: lab-run-rate-2025-10, company: lab, metric: ANNUALIZED_REVENUE, period: '2025-10',
   amount: {value: 4000000000, currency: USD, basis: AT_LEAST}, sources: [press]}
events:
- {id: chips-and-lab-meet, on: '2025-08-01', companies: [chips, lab], summary: They shake hands., sources: [press]}
- {id: lab-opens, on: '2025-03', companies: [lab], summary: It opens., sources: [press]}
exchangeRates:
- {id: eur-usd-2024, currency: EUR, usdPerUnit: '1.1', on: '2024', sources: [press]}
- {id: eur-usd-2025-06, currency: EUR, usdPerUnit: '1.2', on: '2025-06', sources: [press]}
sources:
- {id: press, publisher: Press, title: All of it}
`;
