// The deals of a made-up large graph: mostly each layer buying from the next, some investments back down.
import type { RawRecord } from '../oracle/facts.js';
import type { GeneratedRecord, GenerateFactsOptions } from './generate-facts.js';

type Random = () => number;
type CompanyId = (layer: number, index: number) => string;

const HUB_LAYERS = [1, 2, 3];
const COMPONENTS = ['FABRICATION', 'PACKAGING', 'MEMORY', 'SUBSTRATE'];
const EQUIPMENT = ['LITHOGRAPHY', 'WAFER_EQUIPMENT', 'MATERIALS'];

export function* generateDeals(
  options: GenerateFactsOptions,
  layers: number[],
  random: Random,
  companyId: CompanyId,
  sourceId: () => string,
): Generator<GeneratedRecord> {
  const hubDeals = options.hubDeals ?? 0;
  if (hubDeals * HUB_LAYERS.length > options.deals) throw new Error('hubDeals leave no room: raise deals');

  for (let number = 1; number <= options.deals; number += 1) {
    const hubLayer = hubDeals === 0 ? undefined : HUB_LAYERS[Math.floor((number - 1) / hubDeals)];
    const customerLayer = hubLayer === undefined ? Math.floor(random() * (layers.length - 1)) : hubLayer - 1;
    // Hubs sell to all alike; elsewhere low numbers are picked more often, so degrees are as uneven as in life.
    const customer = companyId(
      customerLayer,
      pickIndex(layers[customerLayer] ?? 1, random, hubLayer ? 1 : 2),
    );
    const supplierLayer = customerLayer + 1;
    const supplier = companyId(
      supplierLayer,
      hubLayer === undefined ? pickIndex(layers[supplierLayer] ?? 1, random, 3) : 0,
    );
    const isInvestment = hubLayer === undefined && random() < 0.08;
    const deal = dealBasics(number, random, sourceId());
    if (isInvestment) {
      yield { section: 'investments', record: { ...deal, investor: supplier, investee: customer } };
    } else {
      yield supply(customerLayer, { ...deal, supplier, customer }, random);
    }
  }
}

function pickIndex(size: number, random: Random, power: number): number {
  return Math.min(size - 1, Math.floor(size * random() ** power));
}

function dealBasics(number: number, random: Random, source: string): RawRecord {
  const year = 2021 + Math.floor(random() * 5);
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const roll = random();
  return {
    id: `deal-${String(number).padStart(7, '0')}`,
    summary: `Deal number ${number}.`,
    announcedOn: roll < 0.3 ? `${year}-${month}` : `${year}-${month}-15`,
    status: roll < 0.03 ? 'RUMOURED' : roll < 0.2 ? 'ANNOUNCED' : 'ACTIVE',
    confidence: random() < 0.7 ? 'CONFIRMED' : 'REPORTED',
    sources: [source],
    ...(random() < 0.2 && { endsOn: String(year + 1 + Math.floor(random() * 8)) }),
    ...(random() < 0.4 && {
      amount: {
        value: Math.floor(random() * 50_000) * 1_000_000 + 1_000_000,
        currency: 'USD',
        basis: 'TOTAL',
      },
    }),
  };
}

function supply(customerLayer: number, deal: RawRecord, random: Random): GeneratedRecord {
  if (customerLayer === 0) return { section: 'cloudContracts', record: deal };
  if (customerLayer === 1) {
    if (random() < 0.8) return { section: 'chipSupply', record: deal };
    const record = { ...deal, category: random() < 0.5 ? 'LEASE' : 'POWER' };
    return { section: 'facilityContracts', record };
  }
  const categories = customerLayer === 2 ? COMPONENTS : EQUIPMENT;
  const category = categories[Math.floor(random() * categories.length)] ?? 'MATERIALS';
  return { section: 'componentSupply', record: { ...deal, category } };
}
