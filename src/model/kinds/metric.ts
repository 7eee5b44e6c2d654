import { choice, reference, required, signedMoney, startDay, text } from '../field.js';
import { defineKind } from '../kind.js';
import { certainty, evidence, summary } from '../sourced.js';
import { metricName } from '../vocabularies.js';

export const metric = defineKind({
  name: 'Metric',
  section: 'metrics',
  description: 'A figure of a company: revenue, capital expenditure, commitments and more.',
  fields: {
    company: required(reference('Company', 'MEASURES', 'Whose figure it is.', { reverse: 'metrics' })),
    segment: text('The part of the company that it is of, where it is not of all: AI, Data Center.'),
    metric: required(choice(metricName, 'What it measures.')),
    period: required(
      text('The period: FY2025, 2025-Q3, 2025, or a date for a moment.', {
        pattern: {
          regex: /^(FY\d{4}|\d{4}(-(Q[1-4]|H[12]|\d{2}(-\d{2})?))?)$/,
          message: 'a period is written FY2025, 2025-Q3, 2025, 2025-10 or 2025-10-31',
        },
      }),
    ),
    amount: required(signedMoney('The figure; a loss is negative.')),
    asOf: startDay('When it became known.'),
    confidence: certainty,
    summary,
    sources: evidence,
  },
  tells: 'FIGURE',
});
