import {
  announcement,
  dealPeriod,
  supplyCasts,
  supplyDayOrders,
  supplyFields,
  supplyParties,
} from '../deal.js';
import { choice, decimal, endDay, listOf, reference, wholeNumber } from '../field.js';
import { defineKind } from '../kind.js';
import { exclusivity } from '../vocabularies.js';
import { MAX_MEGAWATTS } from './data-center.js';

export const cloudContract = defineKind({
  name: 'CloudContract',
  section: 'cloudContracts',
  description:
    'A customer rents computing power of a cloud. Example: the seven-year contract of OpenAI with AWS, `openai-aws-2025-11`.',
  interfaces: ['Deal', 'Relationship'],
  fields: {
    ...supplyParties,
    ...supplyFields,
    ...announcement,
    termYears: decimal('How many years it runs.', { min: 0, max: 100 }),
    capacityMW: wholeNumber('The power of the capacity rented, in megawatts.', {
      min: 0,
      max: MAX_MEGAWATTS,
    }),
    capacityBy: endDay('When all of the capacity is to be there.'),
    exclusivity: choice(exclusivity, 'Whether the customer may buy elsewhere.'),
    chips: listOf(reference('Chip', 'COVERS', 'The chips rented.')),
    dataCenters: listOf(reference('DataCenter', 'AT', 'Where the capacity stands.')),
  },
  casts: supplyCasts,
  period: dealPeriod,
  dayOrders: supplyDayOrders,
});
