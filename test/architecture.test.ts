// What may know what. The way is one: http -> graphql -> questions, records -> store <- engines, with the model below
// all and app.ts on top. A rule that is broken says what to do instead.
import { describe, expect, it } from 'vitest';
import { kinds } from '../src/model/registry.js';
import { readSources, type SourceFile } from './support/source-files.js';

const sources = readSources('src');

interface Rule {
  /** A folder of src, or a file in it. */
  readonly unit: string;
  /** The units that it may import, beside its own. */
  readonly mayImport: readonly string[];
  /** What to do where it would need another one. */
  readonly instead: string;
}

const basics = ['errors.ts', 'near-matches.ts'];

const rules: readonly Rule[] = [
  {
    unit: 'errors.ts',
    mayImport: [],
    instead: 'An error knows nothing of what it is about: pass texts and details in.',
  },
  { unit: 'near-matches.ts', mayImport: [], instead: 'It compares texts: pass the candidates in.' },
  {
    unit: 'log.ts',
    mayImport: [],
    instead: 'A log knows no part of the product: pass what is to be written in.',
  },
  {
    unit: 'model',
    mayImport: [],
    instead:
      'The model says what exists: what reads, writes or shows it belongs into records, questions or graphql.',
  },
  {
    unit: 'config',
    mayImport: ['auth/token-algorithms.ts'],
    instead: 'The configuration is plain values: whoever acts on them takes them from it.',
  },
  {
    unit: 'config.ts',
    mayImport: ['config'],
    instead: 'The configuration is plain values: whoever acts on them takes them from it.',
  },
  {
    unit: 'store',
    mayImport: ['model', ...basics],
    instead:
      'The port knows no engine and no question: put what an engine does into engines, what is asked into records or questions.',
  },
  {
    unit: 'engines',
    mayImport: ['store', 'config.ts', ...basics],
    instead: 'An engine runs statements that it does not understand: keep records and questions out of it.',
  },
  {
    unit: 'records',
    mayImport: ['model', 'store', ...basics],
    instead:
      'Records know the port and the model: move what answers a question up into questions, what speaks GraphQL into graphql.',
  },
  {
    unit: 'questions',
    mayImport: ['model', 'records', 'store', ...basics],
    instead: 'A question is a plain function over the port: leave resolvers to graphql, files to facts.',
  },
  {
    unit: 'facts',
    mayImport: ['model', 'records', 'store', ...basics],
    instead: 'Files become records here and nothing else: leave what is asked to questions.',
  },
  {
    unit: 'live',
    mayImport: ['model', 'records', 'store', 'log.ts', ...basics],
    instead:
      'It tells others of changes as records read them: leave connections to http, subscriptions to graphql.',
  },
  {
    unit: 'auth/token-algorithms.ts',
    mayImport: [],
    instead: 'It is a list that the configuration reads, too: keep it plain.',
  },
  {
    unit: 'auth/stored-keys.ts',
    mayImport: ['auth', 'model', 'store', ...basics],
    instead: 'It keeps keys in the graph, for those who check them and for those who administer them.',
  },
  {
    unit: 'auth',
    mayImport: ['auth/stored-keys.ts', 'auth/token-algorithms.ts', 'model', 'store', 'config.ts', ...basics],
    instead: 'It finds out who asks: what they ask for is none of its business.',
  },
  {
    unit: 'graphql',
    mayImport: ['model', 'records', 'questions', 'facts', 'live', 'auth/stored-keys.ts', 'store', ...basics],
    instead:
      'Resolvers translate: let http carry requests, and give engines and configuration to them through the context.',
  },
  {
    unit: 'http',
    mayImport: ['graphql', 'questions', 'auth', 'live', 'model', 'store', 'config.ts', 'log.ts', ...basics],
    instead:
      'The door carries requests in and answers out: let graphql say what they mean, and app.ts choose the engine.',
  },
];

/** Units that put the others together, and so may import them all; nothing below may import these. */
const isOnTop = (unit: string): boolean =>
  /^(command-line|(app|cli|commands|[a-z]+-command)\.ts)$/.test(unit);

/** The most specific unit of a path: src/auth/token-algorithms.ts before src/auth. */
function unitOf(path: string): string {
  const inside = path.replace(/^src\//, '');
  const known = rules.filter(({ unit }) => inside === unit || inside.startsWith(`${unit}/`));
  const [best] = known.sort((one, other) => other.unit.length - one.unit.length);
  return best?.unit ?? inside.split('/')[0] ?? inside;
}

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
    ['graphql', /^src\/(http|graphql)\//, 'Only translation speaks GraphQL: give plain functions to it.'],
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

  it('other than config.ts reads no environment', () => {
    const readers = sources.filter(({ text }) => text.includes('process.env')).map(({ path }) => path);
    expect(readers, 'add a variable to the configuration and take it from there').toEqual(['src/config.ts']);
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
