// Large made-up graphs, the same for the same seed, one record at a time so that no array of them need be held.
import { emptyFacts, type Facts, type RawRecord, type Section } from '../oracle/facts.js';
import { generateDeals } from './generate-deals.js';
import { makeRandom } from './seeded-random.js';

export interface GenerateFactsOptions {
  companies: number;
  deals: number;
  seed: number;
  /** How many deals each of three hubs (a cloud, a chip maker, a foundry) has as the supplier, beyond its usual share. */
  hubDeals?: number;
}

export interface GeneratedRecord {
  section: Section;
  record: RawRecord;
}

interface Layer {
  name: string;
  role: string;
  share: number;
}

/** From the last customer to the first supplier; each layer buys from the next. */
const LAYERS: Layer[] = [
  { name: 'lab', role: 'AI_LAB', share: 0.3 },
  { name: 'cloud', role: 'NEOCLOUD', share: 0.25 },
  { name: 'chip-maker', role: 'CHIP_DESIGNER', share: 0.2 },
  { name: 'foundry', role: 'FOUNDRY', share: 0.1 },
  { name: 'equipment-maker', role: 'EQUIPMENT_MAKER', share: 0.15 },
];

const OWNED_SHARE = 0.04;

/** Sources, companies, ownerships, then deals: whatever a record names has come before it. */
export function* generateFacts(options: GenerateFactsOptions): Generator<GeneratedRecord> {
  const random = makeRandom(options.seed);
  const sourceCount = Math.max(1, Math.ceil(options.deals / 100));
  for (let index = 0; index < sourceCount; index += 1) {
    const id = sourceId(index);
    yield {
      section: 'sources',
      record: {
        id,
        publisher: 'Example Press',
        title: `Report ${index + 1}`,
        url: `https://example.org/${id}`,
      },
    };
  }

  const layers = layerSizes(options.companies);
  for (const [at, { name, role }] of LAYERS.entries()) {
    for (let index = 0; index < (layers[at] ?? 0); index += 1) {
      const record = { id: companyId(at, index), name: `${name} ${index}`, roles: [role], country: 'US' };
      yield { section: 'companies', record };
    }
  }

  let ownerships = 0;
  for (const [at, size] of layers.entries()) {
    // Owners stand before what they own, so there is no ring; chains of owners do come about.
    for (let index = 1; index < size; index += 1) {
      if (random() >= OWNED_SHARE) continue;
      ownerships += 1;
      const record = {
        id: `ownership-${pad(ownerships)}`,
        owner: companyId(at, Math.floor(random() * index)),
        owned: companyId(at, index),
        stakePercent: 51 + Math.floor(random() * 50),
        sources: [sourceId(Math.floor(random() * sourceCount))],
      };
      yield { section: 'ownerships', record };
    }
  }

  const sourceOf = () => sourceId(Math.floor(random() * sourceCount));
  yield* generateDeals(options, layers, random, companyId, sourceOf);
}

export function collectFacts(records: Iterable<GeneratedRecord>): Facts {
  const facts = emptyFacts();
  for (const { section, record } of records) (facts[section] as RawRecord[]).push(record);
  return facts;
}

/** The ids of the hubs, which are the first of their layer and thereby also the best connected. */
export const HUBS = { cloud: 'cloud-000000', chipMaker: 'chip-maker-000000', foundry: 'foundry-000000' };

function layerSizes(companies: number): number[] {
  const sizes = LAYERS.map(({ share }) => Math.max(1, Math.floor(companies * share)));
  const given = sizes.reduce((sum, size) => sum + size, 0);
  sizes[0] = Math.max(1, (sizes[0] ?? 1) + companies - given);
  return sizes;
}

function companyId(layer: number, index: number): string {
  return `${LAYERS[layer]?.name}-${pad(index)}`;
}

function sourceId(index: number): string {
  return `source-${pad(index)}`;
}

function pad(number: number): string {
  return String(number).padStart(6, '0');
}
