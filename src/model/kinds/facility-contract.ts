import {
  announcement,
  dealPeriod,
  supplyCasts,
  supplyDayOrders,
  supplyFields,
  supplyParties,
} from '../deal.js';
import { choice, decimal, listOf, reference, required, wholeNumber } from '../field.js';
import { defineKind } from '../kind.js';
import { facilityCategory } from '../vocabularies.js';
import { MAX_MEGAWATTS } from './data-center.js';

export const facilityContract = defineKind({
  name: 'FacilityContract',
  section: 'facilityContracts',
  description: 'A site, its construction or its power.',
  interfaces: ['Deal', 'Relationship'],
  fields: {
    ...supplyParties,
    ...supplyFields,
    ...announcement,
    category: required(choice(facilityCategory, 'What is provided.')),
    capacityMW: wholeNumber('The power of it, in megawatts.', { min: 0, max: MAX_MEGAWATTS }),
    termYears: decimal('How many years it runs.', { min: 0, max: 100 }),
    dataCenters: listOf(reference('DataCenter', 'AT', 'The sites.')),
  },
  casts: supplyCasts,
  period: dealPeriod,
  dayOrders: supplyDayOrders,
});
