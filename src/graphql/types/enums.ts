/** Vocabularies as GraphQL enums, each registered once. */
import { registerEnumType } from 'type-graphql';
import { interfaces, kinds, kindsNamed } from '../../model/registry.js';
import { amountBasis } from '../../model/vocabularies.js';
import { type Vocabulary, vocabulary } from '../../model/vocabulary.js';
import { basis } from '../../questions/scope.js';

type EnumObject = Readonly<Record<string, string>>;

const registered = new Map<string, EnumObject>();

/** The GraphQL enum of a vocabulary. */
export function enumOf({ name, description, meanings }: Vocabulary): EnumObject {
  const known = registered.get(name);
  if (known !== undefined) return known;
  const values = Object.fromEntries(Object.keys(meanings).map((value) => [value, value]));
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(meanings).map(([value, meaning]) => [value, { description: meaning }]),
    ),
  });
  registered.set(name, values);
  return values;
}

/** The first sentence of a description. */
const gist = (description: string): string => description.split(/(?<=[.:])\s/)[0] ?? description;

const meaningsOf = (some: typeof kinds): Record<string, string> =>
  Object.fromEntries(some.map(({ code, description }) => [code, gist(description)]));

export const recordKind = vocabulary('RecordKind', 'The kinds of record.', meaningsOf(kinds));
export const dealKind = vocabulary('DealKind', 'The kinds of deal.', meaningsOf(kindsNamed('Deal')));

// A schema holds the enums that are registered when it is built; a thunk that runs during the build is too late.
const choices = [...kinds, ...interfaces].flatMap(({ fields }) =>
  Object.values(fields).flatMap((field) => (field.type === 'choice' ? [field.vocabulary] : [])),
);
for (const words of [recordKind, dealKind, amountBasis, basis, ...choices]) enumOf(words);

/** The flows by the words that people use for them. */
export const flowType: EnumObject = { GOODS: 'SUPPLIES', MONEY: 'PAYS', CONTROL: 'OWNS' };
registerEnumType(flowType, {
  name: 'Flow',
  description: 'The ways in which companies are tied directly.',
  valuesConfig: {
    GOODS: { description: 'From the supplier to the customer.' },
    MONEY: { description: 'From the customer, investor or acquirer to the one who is paid.' },
    CONTROL: { description: 'From the owner to what it owns a share of.' },
  },
});
