/** What all deals have in common, and when a deal is in force. */
import { choice, endDay, money, reference, required, startDay } from './field.js';
import type { PeriodFields, RecordInterface } from './kind.js';
import { certainty, evidence, summary } from './sourced.js';
import { dealStatus } from './vocabularies.js';

/** The fields that the `Deal` interface shows. */
export const dealFields = {
  summary: required(summary),
  status: required(choice(dealStatus, 'How far the deal is.')),
  confidence: required(certainty),
  announcedOn: startDay('When it was made public; absent for a standing link that no announcement began.'),
  endsOn: endDay('The last day on which it counts.'),
  amount: money('What it is worth, as far as it is known.'),
  replacedBy: reference('Deal', 'REPLACED_BY', 'The deal that took its place, on the day this one ended.', {
    reverse: 'replaces',
  }),
  sources: evidence,
};

/** For the kinds of deal that always begin with an announcement. */
export const announcement = { announcedOn: required(startDay('When it was made public.')) };

export const dealInterface: RecordInterface = {
  name: 'Deal',
  section: 'deals',
  description:
    'A deal between two companies: it has a term, an amount, a status and sources, and the one who pays and the one who is paid. Example: `deals(filter: { confidence: { eq: REPORTED } }) { nodes { id payer { name } payee { name } } }`.',
  fields: dealFields,
};

/** What supply deals have beside: they start, and they can grow. */
export const supplyFields = {
  ...dealFields,
  startsOn: startDay('The first day of delivery.'),
  expands: reference('Deal', 'EXPANDS', 'The earlier deal that this one adds to; both stay in force.', {
    reverse: 'expandedBy',
  }),
};

export const supplyParties = {
  supplier: required(reference('Company', 'SUPPLIER', 'Who delivers, and is paid.')),
  customer: required(reference('Company', 'CUSTOMER', 'Who receives, and pays.')),
};

/** Goods go from the supplier to the customer, money the other way. */
export const supplyCasts = [
  { flow: 'SUPPLIES', from: 'supplier', to: 'customer' },
  { flow: 'PAYS', from: 'customer', to: 'supplier' },
] as const;

export const supplyDayOrders = [
  ['announcedOn', 'endsOn'],
  ['startsOn', 'endsOn'],
] as const;

/** Signed from its announcement on, delivering from its start on, until its end. */
export const dealPeriod: PeriodFields = {
  signed: ['announcedOn', 'startsOn'],
  from: ['startsOn', 'announcedOn'],
  to: 'endsOn',
};
