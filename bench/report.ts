/** The results as text. */
import type { Footprint } from './footprint.js';
import type { LargeAnswer } from './large.js';
import type { RaceResult, Result } from './race.js';
import type { SeedAnswer } from './seed-questions.js';
import type { Seeding } from './seeding.js';

export interface Report {
  readonly races: readonly RaceResult[];
  /** The questions of the analysts on the real facts, embedded. */
  readonly onSeed: readonly SeedAnswer[];
  readonly seedings: readonly (readonly [ours: Seeding, bare: Seeding])[];
  /** How long our import takes to read the text before it writes, in seconds. */
  readonly readingSeconds: number;
  readonly footprint?: Footprint | undefined;
}

const NAME_WIDTH = 40;
const COLUMN_WIDTH = 14;

const line = (name: string, columns: readonly string[]): string =>
  [name.padEnd(NAME_WIDTH), ...columns.map((column) => column.padStart(COLUMN_WIDTH))].join('').trimEnd();

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const times = (value: number): string => `${value.toFixed(2)}x`;

interface Comparison {
  readonly rival: Result;
  readonly ours: Result;
  /** How many times as fast ours is, for one caller and for 16. */
  readonly alone: number;
  readonly together: number;
}

function compare({ results }: RaceResult, rival: Result): Comparison | undefined {
  const ours = results.find(({ contender }) => contender === rival.rivalOf);
  if (ours === undefined) return undefined;
  return { rival, ours, alone: rival.p50Ms / ours.p50Ms, together: ours.perSecond / rival.perSecond };
}

const resultLine = (result: Result, comparison: Comparison | undefined): string =>
  line(`  ${result.contender}`, [
    milliseconds(result.p50Ms),
    milliseconds(result.p99Ms),
    whole(result.perSecond),
    comparison === undefined ? '' : times(comparison.alone),
    comparison === undefined ? '' : times(comparison.together),
    whole(result.calls),
  ]);

const formatRace = (race: RaceResult): string[] => [
  line(race.question, ['p50 ms', 'p99 ms', '16 at once/s', 'p50', '16 at once', 'calls']),
  ...race.results.map((result) => resultLine(result, compare(race, result))),
  '',
];

/** Where ours takes longer than a rival, or gives fewer answers when 16 ask at once. */
function formatSlower(races: readonly RaceResult[]): string[] {
  const slower = races.flatMap((race) =>
    race.results
      .flatMap((result) => compare(race, result) ?? [])
      .flatMap(({ rival, ours, alone, together }) =>
        [
          ...(alone < 1 ? [`p50 ${times(alone)}`] : []),
          ...(together < 1 ? [`16 at once ${times(together)}`] : []),
        ].map((row) => `  ${rival.contender}: ${race.question}, ${row} for ${ours.contender}`),
      ),
  );
  return slower.length === 0 ? ['Slower than none of them.', ''] : ['Slower than', ...slower.sort(), ''];
}

const formatOnSeed = (answers: readonly SeedAnswer[]): string[] =>
  answers.length === 0
    ? []
    : [
        line('on the seed, embedded', ['p50 ms', 'p99 ms', 'calls']),
        ...answers.map(({ question, p50Ms, p99Ms, calls }) =>
          line(`  ${question}`, [milliseconds(p50Ms), milliseconds(p99Ms), whole(calls)]),
        ),
        '',
      ];

function formatSeedings({ seedings, readingSeconds }: Report): string[] {
  return [
    line('seeding', ['seconds', 'records/s', 'edges/s', 'of bare']),
    ...seedings.flatMap(([ours, bare]) => [
      line(`  ${ours.contender}`, [
        ours.seconds.toFixed(1),
        whole(ours.recordsPerSecond),
        whole(ours.edgesPerSecond),
        `${((100 * bare.seconds) / ours.seconds).toFixed(0)}%`,
      ]),
      line(`  ${bare.contender}`, [
        bare.seconds.toFixed(1),
        whole(bare.recordsPerSecond),
        whole(bare.edgesPerSecond),
      ]),
    ]),
    `  Reading the text of the facts took ${readingSeconds.toFixed(1)} s more.`,
    '',
  ];
}

const formatFootprint = (footprint: Footprint | undefined): string[] =>
  footprint === undefined
    ? []
    : [
        `First start to first answer: ${footprint.firstAnswerSeconds.toFixed(1)} s, seeding included.`,
        `Idle memory with the seed: ${whole(footprint.idleMegabytes)} MB.`,
      ];

/** Of the questions on the large graph; the times are milliseconds. */
export const formatLarge = (answers: readonly LargeAnswer[]): string =>
  [
    line('on the large graph', ['one', '16 at once', 'point read', 'of']),
    ...answers.map(({ question, aloneMs, togetherMs, pointReadMs, pointReads }) =>
      line(`  ${question}`, [
        whole(aloneMs),
        whole(togetherMs),
        milliseconds(pointReadMs),
        whole(pointReads),
      ]),
    ),
    '',
    'In milliseconds: p50 of one caller, until the last of 16 has its answer, p99 of point reads meanwhile.',
    '',
  ].join('\n');

export const formatReport = (report: Report): string =>
  [
    'The columns p50 and 16 at once say how many times as fast ours is that has the same way to go: over HTTP to the same engine, or in one process.',
    '',
    ...report.races.flatMap(formatRace),
    ...formatOnSeed(report.onSeed),
    ...formatSeedings(report),
    ...formatFootprint(report.footprint),
    '',
    ...formatSlower(report.races),
  ].join('\n');
