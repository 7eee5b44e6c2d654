/** A small world to write into: companies with names of every sort, two of one name, and one deal. */
export const writeFacts = `
sources:
- {id: press, publisher: Press, title: The first report}
- {id: filing, publisher: Amazon, title: A filing}
companies:
- {id: amazon, name: Amazon, roles: [HYPERSCALER], country: US}
- {id: aws, name: Amazon Web Services, aliases: [AWS], roles: [HYPERSCALER], country: US, sources: [press]}
- {id: nvidia, name: NVIDIA, legalName: NVIDIA Corporation, ticker: 'NASDAQ:NVDA', aliases: [英伟达],
   roles: [CHIP_DESIGNER], country: US}
- {id: openai, name: OpenAI, roles: [AI_LAB], country: US}
- {id: anthropic, name: Anthropic, roles: [AI_LAB], country: US}
- {id: soitec, name: Société Soitec S.A., roles: [MATERIALS], country: FR}
- {id: atlas-cloud, name: Atlas Cloud, aliases: [Atlas], roles: [NEOCLOUD], country: US}
- {id: atlas-power, name: Atlas S.p.A., roles: [ENERGY], country: IT}
chips:
- {id: gb200, name: GB200, designer: nvidia, chipType: GPU}
- {id: openai-titan, name: Titan, designer: openai, chipType: ASIC}
dataCenters:
- {id: ohio, name: Ohio, operator: amazon, country: US, status: ANNOUNCED}
cloudContracts:
- {id: openai-aws, supplier: aws, customer: openai, summary: Seven years of cloud., announcedOn: '2025-11-03',
   endsOn: '2032-11', status: ACTIVE, confidence: CONFIRMED, chips: [gb200],
   amount: {value: 38000000000, currency: USD, basis: TOTAL}, sources: [press, filing]}
ownerships:
- {id: amazon-owns-aws, owner: amazon, owned: aws, stakePercent: 100, sources: [filing]}
`;

/** How many records they are, and thereby the number of the last change before a test writes. */
export const WRITE_FACTS = 15;

/** A contract that these facts do not have yet. */
export const newContract = {
  id: 'anthropic-aws',
  supplier: 'aws',
  customer: 'anthropic',
  summary: 'Cloud for years.',
  announcedOn: '2026-03',
  status: 'ANNOUNCED',
  confidence: 'REPORTED',
  sources: ['press'],
} as const;
