/** How far a question goes along supply chains, and how much it reads there. */
import { checkRange } from './check-arguments.js';

export const DEFAULT_TIERS = 4;
export const MAX_TIERS = 8;
/** A question reads at most this many deals, and says so when there are more. */
export const MAX_EXPLORED = 12_000;

/** The number of tiers to go. Rejects with VALIDATION_FAILED one out of range. */
export const checkTiers = (tiers = DEFAULT_TIERS): number => checkRange('tiers', tiers, 1, MAX_TIERS);
