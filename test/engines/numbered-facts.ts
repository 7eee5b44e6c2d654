/** Facts that come in a row: each import adds a company and a contract with the one before, and corrects the last contract. */
const contract = (number: number, status: string): string =>
  `- {id: contract-${number}, supplier: company-${number - 1}, customer: company-${number}, summary: Cloud ${number}.,
   announcedOn: '2025-01-01', status: ${status}, confidence: CONFIRMED, sources: [press]}`;

export const numberedFacts = (number: number): string => `
sources:
- {id: press, publisher: Press, title: The first report}
companies:
- {id: company-${number - 1}, name: Company ${number - 1}, roles: [NEOCLOUD], country: US}
- {id: company-${number}, name: Company ${number}, roles: [NEOCLOUD], country: US}
cloudContracts:
${contract(number, 'ANNOUNCED')}
${number === 1 ? '' : contract(number - 1, 'ACTIVE')}
`;

/** The changes that import number n makes, as `CREATED company-1`; the first also makes what is there before. */
export const changesOf = (number: number): string[] => [
  ...(number === 1 ? ['CREATED press', 'CREATED company-0'] : []),
  `CREATED company-${number}`,
  `CREATED contract-${number}`,
  ...(number === 1 ? [] : [`UPDATED contract-${number - 1}`]),
];
