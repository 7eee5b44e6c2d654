/** A few records with names in several scripts, for tests of search and match. */
export const namedRecords = `
sources:
- {id: press-1, publisher: Example Press, title: Why OpenAI pays Oracle for compute}
companies:
- {id: aws, name: Amazon Web Services, aliases: [AWS], roles: [HYPERSCALER], country: US, legalName: 'Amazon Web Services, Inc.'}
- {id: amazon, name: Amazon, roles: [HYPERSCALER], country: US, ticker: 'NASDAQ:AMZN', summary: Parent of AWS.}
- {id: nvidia, name: Nvidia, aliases: [英伟达, 엔비디아], roles: [CHIP_DESIGNER], country: US, ticker: 'NASDAQ:NVDA', legalName: NVIDIA Corporation}
- {id: sk-hynix, name: SK hynix, roles: [MEMORY_MAKER], country: KR}
- {id: tsmc, name: TSMC, aliases: [Taiwan Semiconductor Manufacturing Company], roles: [FOUNDRY], country: TW, legalName: 'Taiwan Semiconductor Manufacturing Co., Ltd.'}
- {id: openai, name: OpenAI, roles: [AI_LAB], country: US, summary: Maker of ChatGPT.}
- {id: luma-ai, name: Luma AI, roles: [AI_LAB], country: US}
- {id: oracle, name: Oracle, roles: [HYPERSCALER], country: US}
- {id: coreweave, name: CoreWeave, roles: [NEOCLOUD], country: US, summary: Rents out Nvidia chips.}
- {id: alphabet, name: Alphabet, aliases: [Google], roles: [HYPERSCALER], country: US}
- {id: xai, name: xAI, roles: [AI_LAB], country: US}
- {id: societe-generale, name: Société Générale, roles: [INVESTOR], country: FR, legalName: Société Générale S.A.}
- {id: alibaba-cloud, name: 阿里云计算有限公司, roles: [HYPERSCALER], country: CN}
- {id: tokyo-electron, name: 東京エレクトロン株式会社, roles: [EQUIPMENT_MAKER], country: JP}
- {id: yandex, name: Яндекс, roles: [HYPERSCALER], country: RU, legalName: ООО Яндекс}
- {id: ote, name: Ελληνικός Οργανισμός, roles: [NETWORKING], country: GR}
- {id: applied-materials, name: Applied Materials, roles: [EQUIPMENT_MAKER], country: US}
- {id: applied-digital, name: Applied Digital, roles: [DATA_CENTER_OPERATOR], country: US}
chips:
- {id: nvidia-gb200, name: GB200 NVL72, aliases: [Nvidia GB200], designer: nvidia, chipType: GPU}
- {id: nvidia-gb300, name: GB300 NVL72, designer: nvidia, chipType: GPU}
products:
- {id: chatgpt, name: ChatGPT, developer: openai}
dataCenters:
- {id: abilene, name: Stargate Abilene, operator: oracle, country: US, status: OPERATIONAL, city: Abilene, region: Texas}
cloudContracts:
- {id: openai-oracle-2025-07, supplier: oracle, customer: openai, summary: OpenAI rents compute of Oracle., announcedOn: '2025-07', status: ACTIVE, confidence: CONFIRMED, sources: [press-1]}
- {id: openai-aws-2025-11, supplier: aws, customer: openai, summary: A seven-year contract for Nvidia chips., announcedOn: '2025-11', status: ACTIVE, confidence: CONFIRMED, sources: [press-1]}
`;
