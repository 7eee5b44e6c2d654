/** The results as text. */
import type { Footprint } from './footprint.js';
import type { RaceResult, Result } from './race.js';
import type { Seeding } from './seeding.js';

export interface Report {
  readonly races: readonly RaceResult[];
  readonly seedings: readonly (readonly [ours: Seeding, bare: Seeding])[];
  /** How long our import takes to read the text before it writes, in seconds. */
  readonly readingSeconds: number;
  readonly footprint?: Footprint | undefined;
}

const NAME_WIDTH = 26;
const COLUMN_WIDTH = 12;

const line = (name: string, columns: readonly string[]): string =>
  [name.padEnd(NAME_WIDTH), ...columns.map((column) => column.padStart(COLUMN_WIDTH))].join('').trimEnd();

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const times = (value: number): string => `${value.toFixed(2)}x`;

function resultLine(result: Result, ours: Result): string {
  return line(`  ${result.contender}`, [
    milliseconds(result.p50Ms),
    milliseconds(result.p99Ms),
    whole(result.perSecond),
    times(result.p50Ms / ours.p50Ms),
    times(ours.perSecond / result.perSecond),
    whole(result.calls),
  ]);
}

function formatRace({ question, results }: RaceResult): string[] {
  const [ours] = results;
  if (ours === undefined) return [];
  const head = line(question, ['p50 ms', 'p99 ms', '16 at once/s', 'p50', '16 at once', 'calls']);
  return [head, ...results.map((result) => resultLine(result, ours)), ''];
}

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
    ? ['The server is not built, so its memory was not measured. Run: npm run build:server']
    : [
        `First start to first answer: ${footprint.firstAnswerSeconds.toFixed(1)} s, seeding included.`,
        `Idle memory with the seed: ${whole(footprint.idleMegabytes)} MB.`,
      ];

export const formatReport = (report: Report): string =>
  [
    'The last columns but one say how many times as fast our API on Neo4j is.',
    '',
    ...report.races.flatMap(formatRace),
    ...formatSeedings(report),
    ...formatFootprint(report.footprint),
    '',
  ].join('\n');
