// Every kind of record says of itself what the rest of the product relies on.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FieldSpec, ReferenceField } from '../../src/model/field.js';
import type { Kind } from '../../src/model/kind.js';
import { companyKind, interfaces, kinds, kindsNamed, referencesOf } from '../../src/model/registry.js';

const folder = new URL('../../src/model/kinds/', import.meta.url);
const files = readdirSync(folder).filter((name) => name !== 'index.ts');

const namesOf = (kind: Kind): readonly string[] => Object.keys(kind.fields);
const fieldOf = (kind: Kind, name: string): FieldSpec | undefined => kind.fields[name];
const isRequiredCompany = (field: FieldSpec | undefined): boolean =>
  field?.type === 'reference' && field.to === companyKind.name && field.isRequired && !field.isList;

describe('the registry', () => {
  it.each(files)('lists the kind of %s', async (file) => {
    const exported: unknown[] = Object.values(await import(new URL(file, folder).href));
    expect(exported.filter((value) => kinds.some((kind) => kind === value))).toHaveLength(1);
  });

  it('lists as many kinds as there are files, each once', () => {
    expect(new Set(kinds).size).toBe(files.length);
    expect(kinds).toHaveLength(files.length);
  });

  it('gives no two kinds or interfaces the same name, section or code', () => {
    for (const names of [
      [...kinds, ...interfaces].map(({ name }) => name),
      [...kinds, ...interfaces].map(({ section }) => section),
      kinds.map(({ code }) => code),
    ]) {
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('lists what is referred to before what refers to it, but for deals that refer to deals', () => {
    const places = new Map(kinds.map(({ name }, index) => [name, index]));
    for (const [place, kind] of kinds.entries()) {
      for (const [name, { to }] of referencesOf(kind)) {
        const target = places.get(to);
        if (target !== undefined) expect(target, `${kind.name}.${name}`).toBeLessThan(place);
      }
    }
  });
});

describe.each(kinds.map((kind) => [kind.name, kind] as const))('%s', (_name, kind) => {
  it('has a name, a section and a code that fit GraphQL and the files', () => {
    expect(kind.name).toMatch(/^([A-Z][a-z]+)+$/);
    expect(kind.section).toMatch(/^[a-z]+([A-Z][a-z]+)*$/);
    expect(kind.code).toBe(kind.name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase());
  });

  it('is described in sentences, and so is each of its fields', () => {
    for (const text of [
      kind.description,
      ...Object.values(kind.fields).map(({ description }) => description),
    ]) {
      expect(text).toMatch(/^[A-Z].+[.`]$/s);
    }
  });

  it('names its fields as GraphQL does, and none as what every record has', () => {
    for (const name of namesOf(kind)) {
      expect(name).toMatch(/^[a-z][A-Za-z]*$/);
      expect(['id', 'kind', 'version', 'history', 'payer', 'payee', 'and', 'or', 'not']).not.toContain(name);
    }
  });

  it('stores no two fields in the same property of its node', () => {
    const properties = Object.entries(kind.fields).flatMap(([name, { type }]) => {
      if (type === 'day') return [name, `${name}Day`];
      return type === 'money' ? [`${name}Value`, `${name}Currency`, `${name}Basis`] : [name];
    });
    expect(new Set([...properties, 'searchText']).size).toBe(properties.length + 1);
  });

  it('points by relationships in capitals to kinds that there are', () => {
    for (const [name, { to, relationship }] of referencesOf(kind)) {
      expect(relationship, name).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(['SUPPLIES', 'PAYS', 'OWNS'], name).not.toContain(relationship);
      expect(kindsNamed(to).length, name).toBeGreaterThan(0);
    }
  });

  it('points by different relationships from different fields to the same kind', () => {
    const keys = referencesOf(kind).map(([, { to, relationship }]) => `${relationship} ${to}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('casts flows between companies that every record of it has', () => {
    for (const { from, to, carries = [] } of kind.casts) {
      expect(isRequiredCompany(fieldOf(kind, from)), from).toBe(true);
      expect(isRequiredCompany(fieldOf(kind, to)), to).toBe(true);
      expect(from).not.toBe(to);
      for (const name of carries) expect(fieldOf(kind, name), name).toBeDefined();
    }
    if (kind.casts.length > 0) expect(kind.period).toBeDefined();
  });

  it('casts a flow of each sort at most once', () => {
    const flows = kind.casts.map(({ flow }) => flow);
    expect(new Set(flows).size).toBe(flows.length);
  });

  it('holds between days that it has, and orders days that it has', () => {
    const { signed = [], from = [], to } = kind.period ?? {};
    const starts = [...signed, ...from].filter((name) => fieldOf(kind, name) !== undefined);
    if (kind.period !== undefined) expect(starts.length).toBeGreaterThan(0);
    for (const name of starts) expect(fieldOf(kind, name)).toMatchObject({ type: 'day', counts: 'FIRST' });
    if (to !== undefined) expect(fieldOf(kind, to)).toMatchObject({ type: 'day', counts: 'LAST' });
    for (const [start, end] of kind.dayOrders) {
      expect(fieldOf(kind, start), start).toMatchObject({ type: 'day', counts: 'FIRST' });
      expect(fieldOf(kind, end), end).toMatchObject({ type: 'day', counts: 'LAST' });
    }
  });

  it('has the fields of its interfaces, and they mean the same', () => {
    for (const { name, fields } of interfaces.filter((each) => kind.interfaces.includes(each.name))) {
      for (const [field, spec] of Object.entries(fields)) {
        const own = fieldOf(kind, field);
        expect(own?.type, `${name}.${field}`).toBe(spec.type);
        if (spec.isRequired) expect(own?.isRequired, `${name}.${field}`).toBe(true);
        if (spec.type === 'reference') expect((own as ReferenceField).relationship).toBe(spec.relationship);
      }
    }
  });

  it('needs a source where it states a fact', () => {
    const isFact = kind.interfaces.includes('Deal') || kind.casts.length > 0 || 'amount' in kind.fields;
    if (isFact) expect(fieldOf(kind, 'sources')).toMatchObject({ isRequired: true, minItems: 1 });
  });
});
