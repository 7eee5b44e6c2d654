import { required, startDay, text } from '../field.js';
import { defineKind } from '../kind.js';
import { evidence, summary } from '../sourced.js';

export const exchangeRate = defineKind({
  name: 'ExchangeRate',
  section: 'exchangeRates',
  description:
    'What a unit of a currency was worth in US dollars on a day, or on average over a month or a year. It holds from then until a later one of its currency. Example: `exchangeRates(filter: { currency: { eq: "EUR" } }) { nodes { on usdPerUnit } }`.',
  fields: {
    currency: required(
      text('The currency that is converted: ISO 4217, such as EUR.', {
        pattern: {
          regex: /^(?!USD$)[A-Z]{3}$/,
          message: 'a currency is a code of three capital letters other than USD, such as EUR',
        },
      }),
    ),
    usdPerUnit: required(
      text('US dollars for one unit, as an exact decimal number above 0: 1.0834.', {
        maxLength: 40,
        pattern: {
          regex: /^(?=.*[1-9])\d{1,12}(\.\d{1,18})?$/,
          message: 'a rate is a decimal number above 0, such as 1.0834',
        },
      }),
    ),
    on: required(startDay('The day that it is of; a month or a year means its average.')),
    summary,
    sources: evidence,
  },
  tells: 'EXCHANGE',
});
