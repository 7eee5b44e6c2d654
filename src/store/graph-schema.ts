/** The constraints and indexes of the graph, the same for both engines; each statement may run any number of times. */
import { interfaces, kinds } from '../model/registry.js';

export type IndexedProperty = readonly [label: string, property: string];

/** The property and label that the text index of either engine covers. */
export const searchIndex = { label: 'Entity', property: 'searchText' } as const;

export const uniqueProperties: readonly IndexedProperty[] = [
  ['Entity', 'id'],
  ['Retracted', 'id'],
  ['Change', 'sequence'],
  ['Ledger', 'id'],
  ['ApiKey', 'id'],
  ['WebhookPlace', 'id'],
];

export const lookUpProperties: readonly IndexedProperty[] = [
  ['Change', 'recordId'],
  ['NameKey', 'key'],
  ...[...kinds, ...interfaces].map(({ name }): IndexedProperty => [name, 'id']),
];

const nameOf = ([label, property]: IndexedProperty): string => `${label}_${property}`.toLowerCase();

export const createConstraint = (key: IndexedProperty): string =>
  `CREATE CONSTRAINT ${nameOf(key)}_unique IF NOT EXISTS FOR (n:${key[0]}) REQUIRE n.${key[1]} IS UNIQUE`;

export const createIndex = (key: IndexedProperty): string =>
  `CREATE INDEX ${nameOf(key)}_index IF NOT EXISTS FOR (n:${key[0]}) ON (n.${key[1]})`;
