/**
 * Reads the part of the payments in which the loops are to be found: around one group, or, as far as it may be read,
 * the whole. Tier by tier with one static query per batch of companies, so that its cost is known before it runs.
 */
import { dealKinds } from '../model/registry.js';
import { inBatches } from '../records/in-batches.js';
import { dayProperty } from '../records/stored-record.js';
import type { Inquiry } from './ask.js';
import { createLegs, type Legs } from './legs.js';
import type { MoneyDirection } from './read-payments.js';
import { type Basis, flowCounts, scopeParameters, startOf } from './scope.js';
import { MAX_EXPLORED } from './trace-tiers.js';
