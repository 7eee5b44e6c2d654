/** Says for ids and names that no record has which ones were probably meant. */
import { didYouMean, nearMatches } from '../near-matches.js';
import { clearlyNear, findNearRecords } from '../records/find-near-records.js';
import type { GraphStore, WorkOptions } from '../store/graph-store.js';
import type { CheckedFacts, FactFault } from './check-facts.js';
import type { Fault, Faults } from './fault.js';

/** A file with more slips than this has one cause; each costs a search. */
const MOST_LOOKED_UP = 20;
const MOST_SUGGESTED = 3;

/** The faults, the first of them with what is near, in the files or in the graph. */
export async function suggestNames(
  store: GraphStore,
  { faults, kindOfId }: Pick<CheckedFacts, 'faults' | 'kindOfId'>,
  options?: WorkOptions,
): Promise<Faults> {
  const suggestions = new Map<string, string>();
  const suggest = async ({ text, among }: NonNullable<FactFault['lookedFor']>): Promise<string> => {
    const key = JSON.stringify([text, among.map(({ code }) => code)]);
    const known = suggestions.get(key);
    if (known !== undefined || suggestions.size === MOST_LOOKED_UP) return known ?? '';
    const codes = new Set(among.map(({ code }) => code));
    const beside = [...kindOfId].flatMap(([id, code]) => (codes.has(code) ? [id] : []));
    const nearBeside = nearMatches(text, beside);
    const inGraph = await findNearRecords(store, text, among, options);
    const near = new Set([...nearBeside, ...clearlyNear(inGraph)]);
    const suggestion = didYouMean([...near].slice(0, MOST_SUGGESTED));
    suggestions.set(key, suggestion);
    return suggestion;
  };
  const explained: Fault[] = [];
  for (const { lookedFor, ...fault } of faults.kept) {
    const isUnknown = lookedFor !== undefined && lookedFor.fits.length === 0;
    const hint = isUnknown
      ? (await suggest(lookedFor)) || '; add it, or use the id or name of one that exists'
      : '';
    explained.push({ ...fault, message: `${fault.message}${hint}` });
  }
  return { kept: explained, more: faults.more };
}
