/**
 * How long each question takes on a large graph: asked by one, and by 16 at once, and how long somebody else's
 * point read takes meanwhile. The companies are those with most deals, so that the limits of the questions are reached.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { SendQuery } from './contenders/graphql-client.js';
import { openOurApi } from './contenders/our-api.js';
import type { CleanUp } from './graphs.js';
import { percentile } from './measure.js';
import type { Environment } from './serve.js';

export interface LargeAnswer {
  readonly question: string;
  readonly aloneMs: number;
  /** Until the last of 16 callers has its answer. */
  readonly togetherMs: number;
  /** The 99th percentile of point reads while 16 ask. */
  readonly pointReadMs: number;
  readonly pointReads: number;
}

const CALLERS = 16;
const CALLS_ALONE = 3;
const ROUNDS = 2;
const POINT_READ_EVERY_MS = 2;
const ON = '2026-01-01';
const LAB = 'lab-000000';
const CLOUD = 'cloud-000000';
const FOUNDRY = 'foundry-000000';
const bounds = 'explored truncated';

const questions: Readonly<Record<string, string>> = {
  'computeSupply of a lab': `computeSupply(of: "${LAB}", on: "${ON}") { ${bounds} tiers { tier suppliers { company { id } deals { id } } } }`,
  'computeSupply of a hub': `computeSupply(of: "${CLOUD}", on: "${ON}") { ${bounds} tiers { tier suppliers { company { id } deals { id } } } }`,
  'exposure to a hub': `exposure(to: "${FOUNDRY}", on: "${ON}") { ${bounds} tiers { tier customers { company { id } deals { id } } } }`,
  chokePoints: `chokePoints(of: "${LAB}", on: "${ON}") { ${bounds} categories { category hhi suppliers { group { id } share soleSupplierOf { id } } unavoidable { id } } }`,
  sharedSuppliers: `sharedSuppliers(companies: ["${LAB}", "lab-000001"], on: "${ON}") { group { id } tierOf { company { id } tier } }`,
  'moneyLoops through a lab': `moneyLoops(through: "${LAB}", on: "${ON}") { ${bounds} loops { companies { id } smallestKnownLegUsd unknownLegs } }`,
  'moneyLoops everywhere': `moneyLoops(on: "${ON}") { ${bounds} loops { companies { id } smallestKnownLegUsd unknownLegs } }`,
  'paths between hubs': `paths(from: "${CLOUD}", to: "${FOUNDRY}", on: "${ON}") { ${bounds} paths { companies { id } hops { flow deals { id } } } }`,
  'paths far apart': `paths(from: "lab-020000", to: "equipment-maker-010000", on: "${ON}") { ${bounds} paths { companies { id } hops { flow deals { id } } } }`,
  'commitments of a lab': `commitments(of: "${LAB}", on: "${ON}") { ${bounds} sums { currency basis value } byCounterparty { counterparty { id } sums { value } } byYear { year sums { value } } timesRevenue }`,
  'concentration of a hub': `concentration(of: "${CLOUD}", side: CUSTOMERS, on: "${ON}") { ${bounds} hhi unknown shares { group { id } usd deals share } }`,
  'timeline of a hub': `timeline(of: ["${CLOUD}"], on: "${ON}") { truncated entries { day type record { id } } }`,
  'neighbourhood of a hub': `neighbourhood(of: "${CLOUD}", on: "${ON}") { ${bounds} nodes { id } edges { flow from { id } to { id } deals { id } } }`,
  'neighbourhood of a lab, 3 steps': `neighbourhood(of: "${LAB}", depth: 3, on: "${ON}") { ${bounds} nodes { id } edges { flow from { id } to { id } deals { id } } }`,
  supplyChanges: `supplyChanges(of: "${LAB}", from: "2024", to: "${ON}") { ${bounds} gained { company { id } tier } lost { company { id } tier } tierMoved { company { id } fromTier toTier } }`,
  'reciprocity of a hub': `reciprocity(of: "${CLOUD}", on: "${ON}") { ${bounds} reciprocals { counterparty { id } moneyOut { knownUsd } moneyIn { knownUsd } } }`,
};

type Ask = (...question: Parameters<SendQuery>) => Promise<void>;

/** Reading the answers takes long, too, and would hold up who asks beside. Faults come before all else. */
const withoutReading =
  (send: SendQuery): Ask =>
  async (query, variables) => {
    const body = await send(query, variables);
    if (!body.startsWith('{"data":')) throw new Error(body.slice(0, 600));
  };

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const readPoint = (ask: Ask, turn: number): Promise<void> =>
  ask('query ($id: ID!) { company(id: $id) { id name } }', {
    id: `chip-maker-${String(turn % 10_000).padStart(6, '0')}`,
  });

/** Reads another company again and again until the work is done. */
async function readBeside(ask: Ask, work: Promise<unknown>): Promise<number[]> {
  let isDone = false;
  const end = work.finally(() => {
    isDone = true;
  });
  const times: number[] = [];
  for (let turn = 0; !isDone; turn += 1) {
    times.push(await timeOf(() => readPoint(ask, turn)));
    await wait(POINT_READ_EVERY_MS);
  }
  await end;
  return times;
}

async function measureLarge(askOf: Ask, question: string, field: string): Promise<LargeAnswer> {
  const ask = (): Promise<void> => askOf(`{ ${field} }`, {});
  await ask();
  const alone: number[] = [];
  for (let call = 0; call < CALLS_ALONE; call += 1) alone.push(await timeOf(ask));
  const together: number[] = [];
  const pointReads: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const all = timeOf(() => Promise.all(Array.from({ length: CALLERS }, ask)));
    pointReads.push(...(await readBeside(askOf, all)));
    together.push(await all);
  }
  return {
    question,
    aloneMs: percentile(alone, 0.5),
    togetherMs: percentile(together, 0.5),
    pointReadMs: percentile(pointReads, 0.99),
    pointReads: pointReads.length,
  };
}

/** Asks those whose name contains the text, of the graph that a server finds by these settings. */
export async function askLarge(
  graph: Environment,
  only: string,
  cleanUp: CleanUp,
  tell: (text: string) => void,
): Promise<LargeAnswer[]> {
  const { send, close, untilThreaded } = await openOurApi(graph);
  cleanUp.push(close);
  const ask = withoutReading(send);
  tell('waiting until the graph is read');
  await untilThreaded();
  const answers: LargeAnswer[] = [];
  for (const [question, field] of Object.entries(questions)) {
    if (!question.includes(only)) continue;
    tell(question);
    answers.push(await measureLarge(ask, question, field));
  }
  return answers;
}
