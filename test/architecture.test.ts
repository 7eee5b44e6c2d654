// What may know what. The way is one: http -> graphql -> questions, records -> store <- engines, with the model below
// all and app.ts on top. A rule that is broken says what to do instead.
import { describe, expect, it } from 'vitest';
import { kinds } from '../src/model/registry.js';
import { isOnTop, rules, unitOf } from './support/architecture-rules.js';
import { readSources, type SourceFile } from './support/source-files.js';

const sources = readSources('src');

describe('imports', () => {
  it('come from units that have a rule', () => {
    const units = new Set(sources.map(({ path }) => unitOf(path)));
    const unruled = [...units].filter((unit) => !isOnTop(unit) && !rules.some((rule) => rule.unit === unit));
    expect(unruled, 'a new folder or file of src needs its rule in this test').toEqual([]);
  });

  it.each(rules)('of $unit go only where they may', ({ unit, mayImport, instead }) => {
    const own = sources.filter(({ path }) => unitOf(path) === unit);
    expect(own.length, `there is no ${unit} any more: remove its rule`).toBeGreaterThan(0);
    const wrong = own.flatMap(({ path, files }) =>
      files
        .filter((file) => ![unit, ...mayImport].includes(unitOf(file)))
        .map((file) => `${path} imports ${file}`),
    );
    expect(wrong, instead).toEqual([]);
  });

  it('name files that there are', () => {
    const paths = new Set(sources.map(({ path }) => path));
    const lost = sources.flatMap(({ path, files }) =>
      files.filter((file) => !paths.has(file)).map((file) => `${path}: ${file}`),
    );
    expect(lost).toEqual([]);
  });

  it('never go round', () => {
    expect(findCycles(sources), 'move what both files need into a third one').toEqual([]);
  });
});

describe('packages', () => {
  it.each([
    [
      'neo4j-driver',
      /^src\/engines\/neo4j\//,
      'Nobody but its adapter knows the driver: go through the port, store/graph-store.ts.',
    ],
    [
      '@grafeo-db/js',
      /^src\/engines\/embedded\//,
      'Nobody but its adapter knows the engine: go through the port, store/graph-store.ts.',
    ],
    ['fastify', /^src\/http\//, 'Only the door speaks HTTP: let it pass plain values on.'],
    ['@apollo/server', /^src\/(http|graphql)\//, 'Apollo belongs between http and graphql.'],
    ['birpc', /^src\/threads\//, 'Messages between threads are a matter of src/threads.'],
    [
      'graphql',
      /^src\/(http|graphql|threads)\//,
      'Only translation speaks GraphQL: give plain functions to it.',
    ],
    ['type-graphql', /^src\/graphql\//, 'Types are made of kinds and answers in graphql.'],
    ['dataloader', /^src\/graphql\//, 'Batching sits between resolvers and records: graphql/loaders.ts.'],
    ['yaml', /^src\/(facts|model)\//, 'Files are read in facts.'],
    ['pino', /^src\/log\.ts$/, 'Take the Logger of log.ts.'],
    ['cac', /^src\/cli\.ts$/, 'Arguments are parsed in cli.ts.'],
  ] as const)('%s is imported only where it belongs', (name, place, instead) => {
    const importers = sources.filter(({ packages }) => packages.includes(name)).map(({ path }) => path);
    expect(importers.length, `nobody imports ${name} any more: remove its rule`).toBeGreaterThan(0);
    expect(
      importers.filter((path) => !place.test(path)),
      instead,
    ).toEqual([]);
  });
});

describe('a file', () => {
  it('has at most 250 lines', () => {
    const all = ['src', 'test', 'schema', 'web'].flatMap(readSources);
    const long = all
      .map(({ path, text }) => [path, text.split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 250);
    expect(long, 'give each idea in it a file of its own').toEqual([]);
  });

  it('other than config.ts reads no environment, but for cli.ts, which says that libraries run in production', () => {
    const readers = sources.filter(({ text }) => text.includes('process.env')).map(({ path }) => path);
    const instead = 'add a variable to the configuration and take it from there';
    expect(readers, instead).toEqual(['src/cli.ts', 'src/config.ts']);
    const lines = sources.find(({ path }) => path === 'src/cli.ts')?.text.split('\n') ?? [];
    expect(lines.filter((line) => line.includes('process.env'))).toEqual([
      "process.env.NODE_ENV ??= 'production';",
    ]);
  });

  it('outside of model/kinds never asks whether a record is of one certain kind', () => {
    const names = kinds.flatMap(({ code, name }) => [code, name]).join('|');
    const comparing = new RegExp(
      `(?:[!=]==? *|case |(?:includes|has|startsWith)\\()'(?:${names})'|'(?:${names})' *[!=]==?`,
    );
    const wrong = sources
      .filter(({ path }) => !path.startsWith('src/model/kinds/'))
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, index) => (comparing.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
      );
    expect(wrong, 'let the kind say it of itself: add a property to Kind, and ask for that').toEqual([]);
  });

  it('other than the registry knows no single kind', () => {
    const importers = sources
      .filter(({ path }) => !path.startsWith('src/model/kinds/') && path !== 'src/model/registry.ts')
      .filter(({ files }) => files.some((file) => file.startsWith('src/model/kinds/')))
      .map(({ path }) => path);
    expect(importers, 'ask the registry').toEqual([]);
  });
});

describe('these checks', () => {
  it('find what they look for', () => {
    const file = (path: string, ...files: string[]): SourceFile => ({ path, text: '', files, packages: [] });
    expect(findCycles([file('a', 'b'), file('b', 'c'), file('c', 'b', 'd'), file('d')])).toEqual([
      'b -> c -> b',
    ]);
    expect(unitOf('src/auth/token-algorithms.ts')).toBe('auth/token-algorithms.ts');
    expect(unitOf('src/auth/issuer.ts')).toBe('auth');
    expect(sources.find(({ path }) => path === 'src/cli.ts')).toMatchObject({
      files: expect.arrayContaining(['src/commands.ts', 'src/near-matches.ts']),
      packages: ['cac'],
    });
  });
});

/** Each file that can be reached from itself, with the files on the way. */
function findCycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const place = way.indexOf(path);
    if (place >= 0) cycles.push([...way.slice(place), path].join(' -> '));
    if (place >= 0 || finished.has(path)) return;
    for (const next of byPath.get(path)?.files ?? []) visit(next, [...way, path]);
    finished.add(path);
  };
  for (const { path } of files) visit(path, []);
  return cycles;
}
