/** Facts in which a lab rents of one of two clouds, for tests of what changes when it goes to the other. */
export const labSupply = (supplier: string): string => `
sources:
- {id: press, publisher: Press, title: A report, url: 'https://example.org/report'}
companies:
- {id: lab, name: Lab, roles: [AI_LAB], country: US}
- {id: cloud, name: Cloud, roles: [NEOCLOUD], country: US}
- {id: other-cloud, name: Other Cloud, roles: [NEOCLOUD], country: US}
cloudContracts:
- {id: lab-cloud, supplier: ${supplier}, customer: lab, summary: The lab rents., announcedOn: 2024-05,
   status: ACTIVE, confidence: CONFIRMED, sources: [press]}
`;
