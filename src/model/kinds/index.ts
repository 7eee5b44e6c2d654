/** The registry: the only place that names every kind. */
import type { Kind } from '../kind.js';
import { acquisition } from './acquisition.js';
import { chip } from './chip.js';
import { chipSupply } from './chip-supply.js';
import { cloudContract } from './cloud-contract.js';
import { company } from './company.js';
import { competition } from './competition.js';
import { componentSupply } from './component-supply.js';
import { dataCenter } from './data-center.js';
import { event } from './event.js';
import { exchangeRate } from './exchange-rate.js';
import { facilityContract } from './facility-contract.js';
import { investment } from './investment.js';
import { metric } from './metric.js';
import { ownership } from './ownership.js';
import { partnership } from './partnership.js';
import { product } from './product.js';
import { source } from './source.js';

/** In the order in which their records can be written: what is referred to comes first. */
export const kinds: readonly Kind[] = [
  source,
  company,
  chip,
  product,
  dataCenter,
  cloudContract,
  chipSupply,
  componentSupply,
  facilityContract,
  investment,
  acquisition,
  ownership,
  partnership,
  competition,
  metric,
  event,
  exchangeRate,
];
