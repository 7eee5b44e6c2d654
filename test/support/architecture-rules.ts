/** What part of the source may know what other part. A rule that is broken says what to do instead. */

export interface Rule {
  /** A folder of src, or a file in it. */
  readonly unit: string;
  /** The units that it may import, beside its own. */
  readonly mayImport: readonly string[];
  /** What to do where it would need another one. */
  readonly instead: string;
}

const basics = ['errors.ts', 'near-matches.ts'];

export const rules: readonly Rule[] = [
  {
    unit: 'errors.ts',
    mayImport: [],
    instead: 'An error knows nothing of what it is about: pass texts and details in.',
  },
  { unit: 'near-matches.ts', mayImport: [], instead: 'It compares texts: pass the candidates in.' },
  {
    unit: 'collect-garbage.ts',
    mayImport: [],
    instead: 'It knows nothing of the work that it cleans up after.',
  },
  {
    unit: 'start-thread.ts',
    mayImport: [],
    instead: 'It starts what it is given, whatever that does.',
  },
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
    unit: 'snapshot',
    mayImport: ['model', 'records', 'store', ...basics],
    instead: 'It holds what questions go by: what they make of it belongs into questions.',
  },
  {
    unit: 'questions',
    mayImport: ['model', 'records', 'snapshot', 'store', ...basics],
    instead: 'A question is a plain function over a snapshot: leave resolvers to graphql, files to facts.',
  },
  {
    unit: 'facts',
    mayImport: ['model', 'records', 'store', 'start-thread.ts', ...basics],
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
    mayImport: [
      'model',
      'records',
      'snapshot',
      'questions',
      'facts',
      'live',
      'auth/stored-keys.ts',
      'store',
      ...basics,
    ],
    instead:
      'Resolvers translate: let http carry requests, and give engines and configuration to them through the context.',
  },
  {
    unit: 'threads',
    mayImport: ['graphql', 'snapshot', 'model', 'store', 'config.ts', 'log.ts', 'start-thread.ts', ...basics],
    instead: 'They carry queries to another thread, and what it reads: let graphql say what a query means.',
  },
  {
    unit: 'http',
    mayImport: ['graphql', 'questions', 'auth', 'live', 'model', 'store', 'config.ts', 'log.ts', ...basics],
    instead:
      'The door carries requests in and answers out: let graphql say what they mean, and app.ts choose the engine.',
  },
];

/** Units that put the others together, and so may import them all; nothing below may import these. */
export const isOnTop = (unit: string): boolean =>
  /^(command-line|(app|cli|commands|[a-z]+-command)\.ts)$/.test(unit);

/** The most specific unit of a path: src/auth/token-algorithms.ts before src/auth. */
export function unitOf(path: string): string {
  const inside = path.replace(/^src\//, '');
  const known = rules.filter(({ unit }) => inside === unit || inside.startsWith(`${unit}/`));
  const [best] = known.sort((one, other) => other.unit.length - one.unit.length);
  return best?.unit ?? inside.split('/')[0] ?? inside;
}
