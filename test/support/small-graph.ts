/**
 * A small AI supply chain to hold in the head: labs buy clouds, clouds buy chips, chips are made by TSMC with machines
 * of ASML. Two groups (Amazon with AWS, SoftBank with Arm), one stake that is no control, and deals that end.
 *
 *   openai     <- aws, microsoft, coreweave        nvidia  <- tsmc, sk-hynix, arm
 *   anthropic  <- aws                              amd     <- tsmc
 *   amazon     <- nvidia, arm                      tsmc    <- asml
 *   microsoft  <- nvidia, amd, coreweave to 2025-10    sk-hynix <- asml
 *   coreweave  <- nvidia, core-scientific to 2025
 */
export const smallGraphYaml = `
companies:
- {id: amazon, name: Amazon, roles: [HYPERSCALER], country: US}
- {id: amd, name: AMD, roles: [CHIP_DESIGNER], country: US}
- {id: anthropic, name: Anthropic, roles: [AI_LAB], country: US}
- {id: arm, name: Arm, roles: [CHIP_DESIGNER], country: GB}
- {id: asml, name: ASML, roles: [EQUIPMENT_MAKER], country: NL}
- {id: aws, name: AWS, roles: [HYPERSCALER], country: US}
- {id: core-scientific, name: Core Scientific, roles: [DATA_CENTER_OPERATOR], country: US}
- {id: coreweave, name: CoreWeave, roles: [NEOCLOUD], country: US}
- {id: microsoft, name: Microsoft, roles: [HYPERSCALER], country: US}
- {id: nvidia, name: Nvidia, roles: [CHIP_DESIGNER], country: US}
- {id: openai, name: OpenAI, roles: [AI_LAB], country: US}
- {id: sk-hynix, name: SK Hynix, roles: [MEMORY_MAKER], country: KR}
- {id: softbank, name: SoftBank, roles: [INVESTOR], country: JP}
- {id: tsmc, name: TSMC, roles: [FOUNDRY], country: TW}
ownerships:
- {id: amazon-owns-aws, owner: amazon, owned: aws, stakePercent: 100, sources: [press]}
- {id: softbank-owns-arm, owner: softbank, owned: arm, stakePercent: 90, sources: [press]}
- {id: microsoft-owns-openai, owner: microsoft, owned: openai, stakePercent: 27, since: '2025-10', sources: [press]}
cloudContracts:
- {id: openai-aws, supplier: aws, customer: openai, announcedOn: '2025-11-03', startsOn: '2026', status: ACTIVE,
   confidence: CONFIRMED, summary: Cloud., sources: [press]}
- {id: openai-coreweave, supplier: coreweave, customer: openai, announcedOn: '2025-03', status: ACTIVE,
   confidence: CONFIRMED, summary: Cloud., sources: [press]}
- {id: openai-microsoft, supplier: microsoft, customer: openai, announcedOn: '2023-01', status: ACTIVE,
   confidence: CONFIRMED, summary: Cloud., sources: [press]}
- {id: anthropic-aws, supplier: aws, customer: anthropic, announcedOn: '2023-09', status: ACTIVE,
   confidence: CONFIRMED, summary: Cloud., sources: [press]}
- {id: microsoft-coreweave, supplier: coreweave, customer: microsoft, announcedOn: '2023-06', endsOn: '2025-10',
   status: COMPLETED, confidence: REPORTED, summary: Cloud., sources: [press]}
- {id: anthropic-microsoft, supplier: microsoft, customer: anthropic, announcedOn: '2025-11', status: RUMOURED,
   confidence: REPORTED, summary: Talk of more cloud., sources: [press]}
chipSupply:
- {id: amazon-nvidia, supplier: nvidia, customer: amazon, announcedOn: '2024', status: ACTIVE, confidence: REPORTED,
   summary: Chips., sources: [press]}
- {id: coreweave-nvidia, supplier: nvidia, customer: coreweave, announcedOn: '2023', status: ACTIVE,
   confidence: CONFIRMED, summary: Chips., sources: [press]}
- {id: microsoft-amd, supplier: amd, customer: microsoft, announcedOn: '2023-12', status: ACTIVE,
   confidence: CONFIRMED, summary: Chips., sources: [press]}
- {id: microsoft-nvidia, supplier: nvidia, customer: microsoft, announcedOn: '2024', status: ACTIVE,
   confidence: REPORTED, summary: Chips., sources: [press]}
componentSupply:
- {id: amazon-arm, supplier: arm, customer: amazon, category: IP_LICENSE, status: ACTIVE, confidence: CONFIRMED,
   summary: Cores., sources: [press]}
- {id: nvidia-arm, supplier: arm, customer: nvidia, category: IP_LICENSE, status: ACTIVE, confidence: CONFIRMED,
   summary: Cores., sources: [press]}
- {id: nvidia-sk-hynix, supplier: sk-hynix, customer: nvidia, category: MEMORY, status: ACTIVE, confidence: CONFIRMED,
   summary: Memory., sources: [press]}
- {id: amd-tsmc, supplier: tsmc, customer: amd, category: FABRICATION, status: ACTIVE, confidence: CONFIRMED,
   summary: Wafers., sources: [press]}
- {id: nvidia-tsmc, supplier: tsmc, customer: nvidia, category: FABRICATION, status: ACTIVE, confidence: CONFIRMED,
   summary: Wafers., sources: [press]}
- {id: sk-hynix-asml, supplier: asml, customer: sk-hynix, category: LITHOGRAPHY, status: ACTIVE,
   confidence: CONFIRMED, summary: Machines., sources: [press]}
- {id: tsmc-asml, supplier: asml, customer: tsmc, category: LITHOGRAPHY, status: ACTIVE, confidence: CONFIRMED,
   summary: Machines., sources: [press]}
facilityContracts:
- {id: coreweave-core-scientific, supplier: core-scientific, customer: coreweave, category: COLOCATION,
   announcedOn: '2024-06', endsOn: '2025', status: ACTIVE, confidence: CONFIRMED, summary: Halls., sources: [press]}
investments:
- {id: amazon-anthropic, investor: amazon, investee: anthropic, announcedOn: '2023-09', status: COMPLETED,
   confidence: CONFIRMED, summary: Money., sources: [press]}
- {id: microsoft-openai, investor: microsoft, investee: openai, announcedOn: '2019-07', status: COMPLETED,
   confidence: CONFIRMED, summary: Money., sources: [press]}
- {id: nvidia-openai, investor: nvidia, investee: openai, announcedOn: '2025-09-22', status: ANNOUNCED,
   confidence: CONFIRMED, summary: Money., sources: [press]}
acquisitions:
- {id: nvidia-buys-arm, acquirer: nvidia, target: arm, announcedOn: '2020-09', endsOn: '2022-02', status: TERMINATED,
   confidence: CONFIRMED, summary: Called off., sources: [press]}
sources:
- {id: press, publisher: Press, title: All of it}
`;
