import { dealPeriod, supplyCasts, supplyDayOrders, supplyFields, supplyParties } from '../deal.js';
import { choice, listOf, reference, required, text } from '../field.js';
import { defineKind } from '../kind.js';
import { componentCategory } from '../vocabularies.js';

export const componentSupply = defineKind({
  name: 'ComponentSupply',
  section: 'componentSupply',
  description:
    'What chips and data centers are made of, and made with: fabrication, memory, lithography, servers, optics, cooling and more. A standing link that no announcement began has no `announcedOn`.',
  interfaces: ['Deal', 'Relationship'],
  fields: {
    ...supplyParties,
    ...supplyFields,
    category: required(choice(componentCategory, 'What is supplied.')),
    chips: listOf(reference('Chip', 'COVERS', 'The chips that it is for.')),
    processNode: text('The process, such as TSMC N3.'),
  },
  casts: supplyCasts,
  period: dealPeriod,
  dayOrders: supplyDayOrders,
});
