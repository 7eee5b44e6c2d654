// Which operations may take long: those that ask a question, and no others.
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { asksQuestion } from '../../src/graphql/asks-question.js';
import { createSchema } from '../../src/graphql/schema.js';
import { sampleMutation, sampleQuery } from '../support/sample-arguments.js';

const schema = createSchema();

const asks = (query: string): boolean => asksQuestion(parse(query));

it('all questions, and neither what looks records up nor what administers', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const asking = fields.filter((field) => asks(sampleQuery(field).query)).map(({ name }) => name);
  expect(asking.sort()).toEqual([
    'chokePoints',
    'commitments',
    'computeSupply',
    'concentration',
    'exposure',
    'moneyLoops',
    'neighbourhood',
    'paths',
    'reciprocity',
    'sharedSuppliers',
    'supplyChanges',
    'timeline',
  ]);
});

it('a question in a fragment, but nothing that writes', () => {
  expect(
    asks(
      '{ ...all } fragment all on Query { company(id: "a") { id } ...some } fragment some on Query { exposure(to: "a") { explored } }',
    ),
  ).toBe(true);
  const writing = Object.values(schema.getMutationType()?.getFields() ?? {});
  expect(writing.filter((field) => asks(sampleMutation(field).query))).toEqual([]);
});

it('the operation that is named, and none where no operation has the name', () => {
  const document = parse('query a { exposure(to: "a") { explored } } query b { company(id: "a") { id } }');
  expect(asksQuestion(document, 'a')).toBe(true);
  expect(asksQuestion(document, '')).toBe(false);
});
