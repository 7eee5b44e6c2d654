/** A small world: few records, but of every shape that a graph is made of. */

const names = `
sources:
- {id: press, publisher: Press, title: The first report}
- {id: filing, publisher: Amazon, title: A filing}
companies:
- {id: amazon, name: Amazon, roles: [HYPERSCALER], country: US}
- {id: aws, name: Amazon Web Services, aliases: [AWS], roles: [HYPERSCALER], country: US, sources: [press]}
- {id: nvidia, name: NVIDIA, roles: [CHIP_DESIGNER], country: US}
- {id: openai, name: OpenAI, roles: [AI_LAB], country: US}
- {id: anthropic, name: Anthropic, roles: [AI_LAB], country: US}
chips:
- {id: gb200, name: GB200, designer: nvidia, chipType: GPU}
- {id: gb300, name: GB300, designer: nvidia, chipType: GPU}
`;

export const cloudContract = `
cloudContracts:
- {id: openai-aws, supplier: aws, customer: openai, summary: Seven years of cloud., announcedOn: '2025-11-03',
   startsOn: '2026', endsOn: '2032-11', status: ACTIVE, confidence: CONFIRMED, chips: [gb200, gb300],
   amount: {value: 9007199254740993, currency: USD, basis: TOTAL}, sources: [press, filing]}
`;

/** The same contract, corrected: another customer, other dates, fewer chips and sources, no amount. */
export const correctedContract = `
cloudContracts:
- {id: openai-aws, supplier: aws, customer: anthropic, summary: Seven years of cloud., announcedOn: '2025-11',
   startsOn: '2026-03-09', status: ANNOUNCED, confidence: REPORTED, chips: [gb300], sources: [press]}
`;

const others = `
ownerships:
- {id: amazon-owns-aws, owner: amazon, owned: aws, stakePercent: 100, sources: [filing]}
investments:
- {id: nvidia-openai, investor: nvidia, investee: openai, summary: A letter of intent., announcedOn: '2025-09',
   status: RUMOURED, confidence: REPORTED, sources: [press]}
partnerships:
- {id: nvidia-anthropic, parties: [nvidia, anthropic], summary: They work together., announcedOn: '2025',
   status: ACTIVE, confidence: CONFIRMED, sources: [press]}
events:
- {id: launch, on: '2025-12-24', companies: [openai], summary: It began., deals: [openai-aws], sources: [press]}
`;

export const smallFacts = names + cloudContract + others;
/** How many records they are. */
export const SMALL_FACTS = 14;
