/** `importFacts`: many records at once, as text. */
import { AppError } from '../../errors.js';
import type { FactFile } from '../../facts/fact-file.js';
import type { Fault, Faults } from '../../facts/fault.js';
import { importFacts, previewImport } from '../../facts/import-facts.js';
import { readFactFileAside } from '../../facts/parse-aside.js';
import { importFormat, readCsvText } from '../../facts/read-facts.js';
import { kindOf } from '../../model/registry.js';
import type { ValueOf } from '../../model/vocabulary.js';
import { MAX_REASON_LENGTH } from '../../records/attempt-write.js';
import type { WriteFault } from '../../records/write-fault.js';
import type { RequestContext } from '../context.js';
import { requireRole } from '../require-role.js';
import { argument, optional } from '../types/arguments.js';
import type { ResolvedField } from '../types/decorate.js';
import { enumOf, recordKind } from '../types/enums.js';
import { type ImportOutcome, importPayload } from './import-types.js';

/** The text has no file of its own; faults name it so. */
const INPUT = 'input';

const nothing = { created: 0, updated: 0, unchanged: 0, differences: [], moreDifferences: 0 };

const validationFault = (path: string, message: string): WriteFault => ({
  code: 'VALIDATION_FAILED',
  path: [path],
  message,
});

interface ImportArguments {
  readonly input: string;
  readonly format: ValueOf<typeof importFormat>;
  readonly section?: string;
  /** Undefined where null was given. */
  readonly dryRun?: boolean;
  readonly reason?: string;
}

function argumentFaults({ format, section, reason = '' }: ImportArguments): WriteFault[] {
  const faults: WriteFault[] = [];
  if (format === 'CSV' && section === undefined) {
    faults.push(validationFault('section', 'section is missing; CSV holds records of one kind, say which'));
  }
  if (reason.length > MAX_REASON_LENGTH) {
    faults.push(validationFault('reason', `a reason has at most ${MAX_REASON_LENGTH} characters`));
  }
  return faults;
}

const readInput = ({ input, format, section }: ImportArguments, signal: AbortSignal): Promise<FactFile> =>
  format === 'CSV' && section !== undefined
    ? readCsvText(INPUT, kindOf(section), input)
    : readFactFileAside(INPUT, input, signal);

function refused(
  { dryRun = false }: ImportArguments,
  { kept: faults, more: moreFaults }: Faults,
  others: readonly WriteFault[],
): ImportOutcome {
  const told = faults.map(({ line, column, message }) =>
    validationFault(INPUT, `${line}:${column}: ${message}`),
  );
  return {
    ...nothing,
    dryRun,
    faults,
    moreFaults,
    userErrors: [...others, ...told],
  };
}

async function runImport(context: RequestContext, args: ImportArguments): Promise<ImportOutcome> {
  const { name } = requireRole(context, 'EDITOR');
  const { store } = context.graph;
  const { signal } = context;
  const faults = argumentFaults(args);
  if (faults.length > 0) return refused(args, { kept: [], more: 0 }, faults);
  const files = [await readInput(args, signal)];
  const done = { faults: [], moreFaults: 0, userErrors: [], dryRun: args.dryRun === true };
  try {
    if (args.dryRun) return { ...done, ...(await previewImport(store, files, { signal })) };
    const reason = args.reason?.trim();
    const authorship = { actor: name, now: new Date(), ...(reason && { reason }) };
    const { sequence, ...report } = await importFacts(store, files, authorship, { signal });
    context.loaders.forget();
    return { ...done, ...nothing, ...report, lastSequence: sequence };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'VALIDATION_FAILED') throw error;
    const { faults: kept, moreFaults: more } = error.details;
    return refused(args, { kept: kept as readonly Fault[], more: more as number }, []);
  }
}

export const importField: ResolvedField<RequestContext> = {
  name: 'importFacts',
  description:
    'Writes many records at once, as YAML, JSON or CSV: all of them, or nothing where there is a fault. They may refer to records by name. What is there already changes nothing; records that the text does not name stay. Needs the role EDITOR. Example: `importFacts(input: "companies: [{id: openai, name: OpenAI, roles: [AI_LAB], country: US}]", format: YAML, dryRun: true) { created userErrors { message } }`.',
  isNullable: false,
  type: () => importPayload.type,
  args: [
    argument(
      'input',
      () => String,
      'The text: a map of sections, each a list of records; or a table of one kind.',
    ),
    argument('format', () => enumOf(importFormat), 'How it is written.'),
    optional(
      'section',
      () => enumOf(recordKind),
      'What a CSV text holds; required there, and of no use elsewhere.',
    ),
    optional('dryRun', () => Boolean, 'Only tell what would be written, field by field.', false),
    optional(
      'reason',
      () => String,
      `Why, in at most ${MAX_REASON_LENGTH} characters; kept with each change.`,
    ),
  ],
  resolve: (_root, context, args) => runImport(context, args as unknown as ImportArguments),
};
