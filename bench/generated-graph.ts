/** The graph that all contenders hold: made up, the same on every run, 10,000 companies and 40,000 deals. */
import { type FactFile, readFactFile } from '../src/facts/fact-file.js';
import type { Day } from '../src/model/day.js';
import { collectFacts, generateFacts } from '../test/support/generate-facts.js';

const SIZE = { companies: 10_000, deals: 40_000, seed: 11 } as const;

/** As the importer takes it: a text of facts. */
export const generatedText = (): string => JSON.stringify(collectFacts(generateFacts(SIZE)));

export const readGenerated = (text: string): FactFile => readFactFile('generated.json', text);

/** The day that all questions are about; the deals are signed from 2021 to 2025. */
export const questionDay = '2026-07-01' as Day;

/** Labs buy from clouds, those from chip makers, those from foundries, those from equipment makers: four tiers. */
const everyNth = (layer: string, step: number): string[] =>
  Array.from({ length: 60 }, (_, index) => `${layer}-${String(index * step + 7).padStart(6, '0')}`);

export const labs = everyNth('lab', 49);
export const clouds = everyNth('cloud', 1);
export const chipMakers = everyNth('chip-maker', 33);
export const foundries = everyNth('foundry', 16);
export const equipmentMakers = everyNth('equipment-maker', 24);
