// The raw records of facts/FORMAT.md as the oracle reads them. Only the fields that give answers are named;
// nothing of the product is imported here or in any other file of this folder.

export type AmountBasis = 'TOTAL' | 'UP_TO' | 'AT_LEAST' | 'ESTIMATE' | 'PER_YEAR';
export type Confidence = 'CONFIRMED' | 'REPORTED' | 'ESTIMATED';
export type Status = 'RUMOURED' | 'ANNOUNCED' | 'ACTIVE' | 'COMPLETED' | 'SUPERSEDED' | 'TERMINATED';

export interface Money {
  value: number | bigint;
  currency: string;
  basis: AmountBasis;
}

export interface RawRecord {
  id: string;
  [field: string]: unknown;
}

export interface RawCompany extends RawRecord {
  name: string;
  roles: string[];
  country: string;
}

interface RawDeal extends RawRecord {
  summary: string;
  status: Status;
  confidence: Confidence;
  sources: string[];
  announcedOn?: string;
  endsOn?: string;
  replacedBy?: string;
  amount?: Money;
}

export interface RawSupply extends RawDeal {
  supplier: string;
  customer: string;
  category?: string;
  startsOn?: string;
  expands?: string;
}

export interface RawInvestment extends RawDeal {
  investor: string;
  investee: string;
}

export interface RawAcquisition extends RawDeal {
  acquirer: string;
  target: string;
  closedOn?: string;
}

export interface RawOwnership extends RawRecord {
  owner: string;
  owned: string;
  sources: string[];
  stakePercent?: number;
  since?: string;
  until?: string;
}

export interface RawMetric extends RawRecord {
  company: string;
  /** Absent: the figure is of the whole company. */
  segment?: string;
  metric: string;
  period: string;
  amount: Money;
  sources: string[];
  confidence?: Confidence;
  asOf?: string;
}

export interface RawEvent extends RawRecord {
  on: string;
  companies: string[];
  summary: string;
  sources: string[];
  deals?: string[];
}

export interface Facts {
  companies: RawCompany[];
  chips: RawRecord[];
  products: RawRecord[];
  dataCenters: RawRecord[];
  cloudContracts: RawSupply[];
  chipSupply: RawSupply[];
  componentSupply: RawSupply[];
  facilityContracts: RawSupply[];
  investments: RawInvestment[];
  acquisitions: RawAcquisition[];
  ownerships: RawOwnership[];
  partnerships: RawRecord[];
  competitions: RawRecord[];
  metrics: RawMetric[];
  events: RawEvent[];
  sources: RawRecord[];
  exchangeRates: RawRecord[];
}

export type Section = keyof Facts;

export function emptyFacts(): Facts {
  return {
    companies: [],
    chips: [],
    products: [],
    dataCenters: [],
    cloudContracts: [],
    chipSupply: [],
    componentSupply: [],
    facilityContracts: [],
    investments: [],
    acquisitions: [],
    ownerships: [],
    partnerships: [],
    competitions: [],
    metrics: [],
    events: [],
    sources: [],
    exchangeRates: [],
  };
}
