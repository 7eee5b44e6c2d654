/**
 * Facts in which everything has several of everything: 120 companies in a ring, each buying from the three that
 * come next, every contract with two chips, a data center, an event and a source of its own. `wide` and `narrow` stand
 * outside the ring: one buys from ten companies in it, the other from one.
 */
const SIZE = 120;
const around = Array.from({ length: SIZE }, (_, index) => index);
const at = (index: number): number => index % SIZE;

const contractOf = (customer: string, supplier: number, about: number): string => `
- { id: ${customer}-buys-${supplier}, supplier: ring-${supplier}, customer: ${customer}, summary: Capacity.,
    announcedOn: '2025', status: ACTIVE, confidence: CONFIRMED, sources: [source-${about}],
    chips: [chip-${about}, chip-${at(about + 1)}], dataCenters: [site-${about}] }`;

const contracts = [
  ...around.flatMap((index) => [1, 2, 3].map((step) => contractOf(`ring-${index}`, at(index + step), index))),
  // Twelve apart, so that their suppliers and the suppliers of those are never the same.
  ...around.filter((index) => index % 12 === 0).map((index) => contractOf('wide', index, index)),
  contractOf('narrow', 0, 0),
];

const each = (line: (index: number) => string): string => around.map(line).join('\n');
const company = (id: string): string => `- { id: ${id}, name: ${id}, roles: [NEOCLOUD], country: US }`;

export const denseFacts = `
sources:
${each((index) => `- { id: source-${index}, publisher: Press, title: Article ${index} }`)}
companies:
${['wide', 'narrow'].map(company).join('\n')}
${each((index) => company(`ring-${index}`))}
chips:
${each((index) => `- { id: chip-${index}, name: Chip ${index}, designer: ring-${index}, chipType: GPU }`)}
dataCenters:
${each((index) => `- { id: site-${index}, name: Site ${index}, operator: ring-${at(index + 5)}, country: US, status: OPERATIONAL }`)}
metrics:
${each((index) => `- { id: metric-${index}, company: ring-${index}, metric: REVENUE, period: '2025', sources: [source-${index}], amount: { value: 5, currency: USD, basis: TOTAL } }`)}
events:
${each((index) => `- { id: event-${index}, 'on': '2025', companies: [ring-${index}, ring-${at(index + 9)}], summary: News., sources: [source-${index}], deals: [ring-${index}-buys-${at(index + 1)}] }`)}
cloudContracts:${contracts.join('')}
`;
