// All six kinds of deal in one plain shape: who pays whom. In a supply the payer is the customer and the payee the supplier.
import type { Confidence, Facts, Money, RawSupply, Status } from './facts.js';

export type SupplyKind = 'CLOUD_CONTRACT' | 'CHIP_SUPPLY' | 'COMPONENT_SUPPLY' | 'FACILITY_CONTRACT';
export type DealKind = SupplyKind | 'INVESTMENT' | 'ACQUISITION';

export const SUPPLY_KINDS: readonly SupplyKind[] = [
  'CLOUD_CONTRACT',
  'CHIP_SUPPLY',
  'COMPONENT_SUPPLY',
  'FACILITY_CONTRACT',
];

export interface Deal {
  id: string;
  kind: DealKind;
  /** The kind, or for component and facility deals their own category. */
  category: string;
  isSupply: boolean;
  payer: string;
  payee: string;
  status: Status;
  confidence: Confidence;
  announcedOn?: string;
  startsOn?: string;
  endsOn?: string;
  amount?: Money;
}

export function listDeals(facts: Facts): Deal[] {
  return [
    ...facts.cloudContracts.map((raw) => supply(raw, 'CLOUD_CONTRACT')),
    ...facts.chipSupply.map((raw) => supply(raw, 'CHIP_SUPPLY')),
    ...facts.componentSupply.map((raw) => supply(raw, 'COMPONENT_SUPPLY')),
    ...facts.facilityContracts.map((raw) => supply(raw, 'FACILITY_CONTRACT')),
    ...facts.investments.map((raw) => ({
      ...common(raw),
      kind: 'INVESTMENT' as const,
      category: 'INVESTMENT',
      isSupply: false,
      payer: raw.investor,
      payee: raw.investee,
    })),
    ...facts.acquisitions.map((raw) => ({
      ...common(raw),
      kind: 'ACQUISITION' as const,
      category: 'ACQUISITION',
      isSupply: false,
      payer: raw.acquirer,
      payee: raw.target,
    })),
  ];
}

function supply(raw: RawSupply, kind: SupplyKind): Deal {
  const hasOwnCategory = kind === 'COMPONENT_SUPPLY' || kind === 'FACILITY_CONTRACT';
  return {
    ...common(raw),
    startsOn: raw.startsOn,
    kind,
    category: hasOwnCategory && raw.category !== undefined ? raw.category : kind,
    isSupply: true,
    payer: raw.customer,
    payee: raw.supplier,
  };
}

type Common = Pick<Deal, 'id' | 'status' | 'confidence' | 'announcedOn' | 'endsOn' | 'amount'>;

function common(raw: Common): Common {
  const { id, status, confidence, announcedOn, endsOn, amount } = raw;
  return { id, status, confidence, announcedOn, endsOn, amount };
}
