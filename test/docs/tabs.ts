/** The ready questions of the playground, asked about a fixed day: without one they are about today. */
import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, type FieldNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { ask } from '../support/ask.js';

const folder = new URL('../../schema/', import.meta.url);
/** As it is checked in. */
export const schema = buildSchema(readFileSync(new URL('schema.graphql', folder), 'utf8'));
const questions = schema.getQueryType()?.getFields() ?? {};

/** The text of the tab with this number. */
export const readTab = (tab: number): string => {
  const start = `${String(tab).padStart(2, '0')}-`;
  const name = readdirSync(new URL('examples/', folder)).find((file) => file.startsWith(start));
  if (name === undefined) throw new Error(`there is no tab ${tab} in schema/examples`);
  return readFileSync(new URL(`examples/${name}`, folder), 'utf8');
};

function onDay(field: FieldNode, day: string): FieldNode {
  const given = field.arguments ?? [];
  const takesDay = questions[field.name.value]?.args.some(({ name }) => name === 'on') ?? false;
  if (!takesDay || given.some(({ name }) => name.value === 'on')) return field;
  const on = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'on' },
    value: { kind: Kind.STRING, value: day },
  } as const;
  return { ...field, arguments: [...given, on] };
}

function operationOn(operation: OperationDefinitionNode, day: string): OperationDefinitionNode {
  const selections = operation.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD ? onDay(selection, day) : selection,
  );
  return { ...operation, selectionSet: { ...operation.selectionSet, selections } };
}

/** The data of the answer, about this day where a question of the query names none. */
export function askOn<Data>(url: string, query: string, day: string): Promise<Data> {
  const document = parse(query);
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? operationOn(definition, day) : definition,
  );
  return ask(url, print({ ...document, definitions }));
}
