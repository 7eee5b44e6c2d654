import {
  announcement,
  dealPeriod,
  supplyCasts,
  supplyDayOrders,
  supplyFields,
  supplyParties,
} from '../deal.js';
import { listOf, reference, wholeNumber } from '../field.js';
import { defineKind } from '../kind.js';
import { MAX_MEGAWATTS } from './data-center.js';

export const chipSupply = defineKind({
  name: 'ChipSupply',
  section: 'chipSupply',
  description: 'A customer buys chips of their designer, or systems built on them.',
  interfaces: ['Deal', 'Relationship'],
  fields: {
    ...supplyParties,
    ...supplyFields,
    ...announcement,
    units: wholeNumber('How many chips.', { min: 0, max: Number.MAX_SAFE_INTEGER }),
    capacityMW: wholeNumber('The power that the chips draw, in megawatts.', { min: 0, max: MAX_MEGAWATTS }),
    chips: listOf(reference('Chip', 'COVERS', 'The chips bought.')),
  },
  casts: supplyCasts,
  period: dealPeriod,
  dayOrders: supplyDayOrders,
});
