// The schema is the documentation of the API: everything that a client can see of it is described.
import {
  buildClientSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import { shareSeededServer } from '../support/running-server.js';

const server = shareSeededServer();

interface Described {
  readonly path: string;
  readonly description: string;
}

let all: readonly Described[] = [];

beforeAll(async () => {
  all = everythingIn(buildClientSchema(await ask<IntrospectionQuery>(server.url, getIntrospectionQuery())));
});

describe('every type, field, argument, input field and enum value', () => {
  it('has a description, as a client sees it', () => {
    expect(all.length).toBeGreaterThan(1_000);
    expect(all.filter(({ description }) => description.trim() === '').map(({ path }) => path)).toEqual([]);
  });

  it('is described in sentences', () => {
    const endless = all.filter(({ description }) => !/[.!?:`)]$/.test(description.trim()));
    expect(endless.map(({ path, description }) => `${path}: ${description}`)).toEqual([]);
  });
});

function everythingIn(schema: GraphQLSchema): Described[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => [
      // A root says nothing of itself: its fields do.
      ...(roots.some((root) => root === type) ? [] : [describedAs(type.name, type)]),
      ...partsOf(type),
    ]);
}

function describedAs(
  path: string,
  { description }: { readonly description?: string | null | undefined },
): Described {
  return { path, description: description ?? '' };
}

function partsOf(type: GraphQLNamedType): Described[] {
  if (isEnumType(type))
    return type.getValues().map((value) => describedAs(`${type.name}.${value.name}`, value));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => describedAs(`${type.name}.${field.name}`, field));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    describedAs(`${type.name}.${field.name}`, field),
    ...field.args.map((argument) => describedAs(`${type.name}.${field.name}(${argument.name}:)`, argument)),
  ]);
}
