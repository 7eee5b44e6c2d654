/** The closed lists of the records' fields. */
import { type ValueOf, vocabulary } from './vocabulary.js';

export const companyRole = vocabulary('CompanyRole', 'What a company does in the making and use of AI.', {
  AI_LAB: 'Trains models of its own.',
  HYPERSCALER: 'Runs one of the largest public clouds.',
  NEOCLOUD: 'Rents out GPUs as its main business.',
  CHIP_DESIGNER: 'Designs chips.',
  FOUNDRY: 'Makes chips that others design.',
  MEMORY_MAKER: 'Makes memory chips.',
  EQUIPMENT_MAKER: 'Makes machines and equipment, for chip plants or data centers.',
  PACKAGING: 'Packages and tests chips.',
  MATERIALS: 'Makes the materials that chips and boards are made of.',
  SERVER_MAKER: 'Builds servers and racks.',
  NETWORKING: 'Makes what connects servers.',
  DATA_CENTER_OPERATOR: 'Builds, owns or runs data centers.',
  ENERGY: 'Makes or sells power.',
  INVESTOR: 'Invests money in others.',
  GOVERNMENT: 'A state or one of its bodies.',
  ENTERPRISE: 'Uses or sells what the others make.',
  JOINT_VENTURE: 'Owned by several companies for one purpose.',
});

export const chipType = vocabulary('ChipType', 'The sort of a chip.', {
  GPU: 'Graphics processor, the usual AI accelerator.',
  TPU: 'Tensor processor of Google.',
  ASIC: 'Chip made for one purpose, such as Trainium or MTIA.',
  CPU: 'General processor.',
  NPU: 'Neural processor.',
  MEMORY: 'Memory, such as HBM.',
  SWITCH: 'Network switch or interconnect.',
});

export const siteStatus = vocabulary('SiteStatus', 'How far a data center is.', {
  ANNOUNCED: 'Planned in public.',
  UNDER_CONSTRUCTION: 'Being built.',
  OPERATIONAL: 'At work, at least in part.',
});

export const dealStatus = vocabulary('DealStatus', 'How far a deal is.', {
  RUMOURED: 'Talked about; counts only with includeRumoured.',
  ANNOUNCED: 'Said in public, not yet at work.',
  ACTIVE: 'At work.',
  COMPLETED: 'Done.',
  SUPERSEDED: 'Replaced by another deal; counts until its end, and never without one.',
  TERMINATED: 'Called off; counts until its end, and never without one.',
});

export const confidence = vocabulary('Confidence', 'Who says so, the surest first.', {
  CONFIRMED: 'A party or a filing says so.',
  REPORTED: 'The press says so, citing people.',
  ESTIMATED: 'Analysts say so.',
});
export type Confidence = ValueOf<typeof confidence>;

export const amountBasis = vocabulary('AmountBasis', 'What an amount counts. Sums keep the bases apart.', {
  TOTAL: 'The whole amount.',
  UP_TO: 'At most this much.',
  AT_LEAST: 'This much or more.',
  ESTIMATE: 'About this much.',
  PER_YEAR: 'This much each year.',
});
export type AmountBasis = ValueOf<typeof amountBasis>;

export const exclusivity = vocabulary('Exclusivity', 'Whether a customer may buy elsewhere.', {
  NONE: 'It may.',
  EXCLUSIVE: 'It may not.',
  RIGHT_OF_FIRST_REFUSAL: 'It must ask this supplier first.',
});

export const componentCategory = vocabulary('ComponentCategory', 'What is supplied.', {
  FABRICATION: "Making a chip's wafers; the customer is the chip's designer.",
  PACKAGING: 'Packaging and test.',
  MEMORY: 'Memory, such as HBM.',
  LITHOGRAPHY: 'Lithography machines; the customer is the foundry.',
  WAFER_EQUIPMENT: 'Other machines for chip plants.',
  MATERIALS: 'Wafers, gases, resists and other materials.',
  SUBSTRATE: 'What a chip is mounted on.',
  DESIGN_SERVICE: "Help in designing a customer's chip.",
  IP_LICENSE: 'Licensed designs, such as Arm cores.',
  EDA: 'Software for designing chips.',
  SERVERS: 'Servers and racks.',
  ASSEMBLY: 'Assembly of boards, servers and racks.',
  NETWORKING: 'Switches, network cards and cables.',
  OPTICS: 'Lasers, transceivers and fibre.',
  COOLING: 'Cooling.',
  POWER_EQUIPMENT: 'Turbines, fuel cells, transformers, power supplies.',
  STORAGE: 'Storage.',
});

export const facilityCategory = vocabulary('FacilityCategory', 'What of a site is provided.', {
  LEASE: 'A building or land is leased.',
  COLOCATION: 'Space and power in a shared site.',
  CONSTRUCTION: 'A site is built.',
  POWER: 'Power for a site.',
});

export const instrument = vocabulary('Instrument', 'What the investor gets.', {
  EQUITY: 'Shares.',
  DEBT: 'A loan or bonds.',
  CONVERTIBLE: 'A loan that can turn into shares.',
  WARRANT: 'The right to buy shares at a set price.',
  GRANT: 'Nothing: money given.',
});

export const competitionMarket = vocabulary('CompetitionMarket', 'Where companies compete.', {
  CLOUD: 'Public clouds.',
  AI_MODELS: 'AI models.',
  AI_CHIPS: 'AI chips.',
  MEMORY: 'Memory chips.',
  FOUNDRY: 'Making chips for others.',
  NEOCLOUD: 'GPU clouds.',
  SERVERS: 'Servers.',
});

export const metricName = vocabulary('MetricName', 'What a figure measures.', {
  REVENUE: 'Revenue of a period.',
  ANNUALIZED_REVENUE: 'Revenue at the pace of a moment, for a year.',
  CAPEX: 'Capital expenditure.',
  OPERATING_INCOME: 'Operating income; a loss is negative.',
  NET_INCOME: 'Net income; a loss is negative.',
  VALUATION: 'What investors valued the company at.',
  MARKET_CAP: 'Shares times price.',
  BACKLOG: 'Contracted and not yet delivered.',
  COMMITMENTS: 'What the company has promised to pay.',
  CASH_BURN: 'Cash used up.',
});
export type MetricName = ValueOf<typeof metricName>;
