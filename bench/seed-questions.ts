/** The questions of the README, put to our API over the real facts in the embedded engine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOurApi } from './contenders/our-api.js';
import type { CleanUp } from './graphs.js';
import { measureAlone, type Timing } from './measure.js';

export interface SeedAnswer extends Omit<Timing, 'perSecond'> {
  readonly question: string;
}

const tier = (party: string): string => `tiers { tier ${party} { company { name } deals { summary } } }`;
const HOP = 'hops { flow from { name } to { name } deals { summary } }';

const questions: Readonly<Record<string, string>> = {
  computeSupply: `{ computeSupply(of: "openai") { ${tier('suppliers')} } }`,
  exposure: `{ exposure(to: "tsmc") { ${tier('customers')} } }`,
  chokePoints:
    '{ chokePoints(of: "openai") { categories { category hhi suppliers { group { name } share soleSupplierOf { name } } unavoidable { name } } } }',
  sharedSuppliers:
    '{ sharedSuppliers(companies: ["openai", "anthropic"], tiers: 3) { group { name } tierOf { company { name } tier } } }',
  moneyLoops:
    '{ moneyLoops(through: "nvidia") { loops { companies { name } legs { deals { summary } } smallestKnownLegUsd unknownLegs since until } } }',
  paths: `{ paths(from: "sk-hynix", to: "xai") { paths { companies { name } ${HOP} } } }`,
  commitments:
    '{ commitments(of: "openai") { sums { currency basis value usd } byCounterparty { counterparty { name } sums { currency basis value usd } } byYear { year sums { value } } timesRevenue } }',
  concentration:
    '{ concentration(of: "coreweave", side: CUSTOMERS) { hhi unknown shares { group { name } usd deals share } } }',
  timeline: '{ timeline(of: ["openai", "microsoft"]) { entries { day type record { id } } } }',
  neighbourhood:
    '{ neighbourhood(of: "anthropic") { nodes { id name } edges { flow from { id } to { id } deals { id } } } }',
  supplyChanges:
    '{ supplyChanges(of: "openai", from: "2023-06-30", to: "2026-06-30") { gained { company { name } tier } lost { company { name } tier } tierMoved { company { name } fromTier toTier } } }',
  reciprocity:
    '{ reciprocity(of: "openai") { reciprocals { counterparty { name } moneyOut { knownUsd } moneyIn { knownUsd } deals { summary } } } }',
};

/** Asks those whose name contains the text. */
export async function askOnSeed(only: string, cleanUp: CleanUp): Promise<SeedAnswer[]> {
  const chosen = Object.entries(questions).filter(([question]) => question.includes(only));
  if (chosen.length === 0) return [];
  const directory = await mkdtemp(join(tmpdir(), 'ai-infra-graph-bench-'));
  cleanUp.push(() => rm(directory, { recursive: true, force: true }));
  // A server on an empty folder begins with the seed.
  const api = await openOurApi({ DATA_DIR: directory });
  cleanUp.push(api.close);
  const answers: SeedAnswer[] = [];
  for (const [question, query] of chosen) {
    answers.push({ question, ...(await measureAlone(() => api.ask(query, {}))) });
  }
  return answers;
}
