/** One question put to several contenders: they must agree before they are timed. */
import { isDeepStrictEqual } from 'node:util';
import { measure, type Timing } from './measure.js';

export interface Contender {
  readonly name: string;
  /** The name of the contender of ours that this one is a rival of; none for those of ours. */
  readonly rivalOf?: string;
  ask(input: string): Promise<unknown>;
  /** What an answer says, in the shape that all contenders share; not timed. */
  read(answer: unknown): unknown;
}

export interface Race {
  readonly question: string;
  readonly inputs: readonly string[];
  readonly contenders: readonly Contender[];
}

export interface Result extends Timing {
  readonly contender: string;
  readonly rivalOf?: string | undefined;
}

export interface RaceResult {
  readonly question: string;
  readonly results: readonly Result[];
}

const shorten = (answer: unknown): string => JSON.stringify(answer)?.slice(0, 600) ?? 'nothing';

async function checkAgreement({ question, inputs, contenders }: Race): Promise<void> {
  for (const input of inputs) {
    const answers: unknown[] = [];
    // Plain copies: graphql-js gives its objects no prototype, JSON does.
    for (const { ask, read } of contenders) answers.push(structuredClone(read(await ask(input))));
    const other = answers.findIndex((answer) => !isDeepStrictEqual(answer, answers[0]));
    if (other < 0) continue;
    throw new Error(
      `${question} of ${input}: ${contenders[0]?.name} answers\n${shorten(answers[0])}\nbut ${contenders[other]?.name} answers\n${shorten(answers[other])}`,
    );
  }
}

export async function run(race: Race): Promise<RaceResult> {
  const { question, inputs, contenders } = race;
  await checkAgreement(race);
  const timings = await measure(
    contenders.map(
      ({ ask }) =>
        (turn) =>
          ask(inputs[turn % inputs.length] as string),
    ),
  );
  const results = contenders.flatMap(({ name, rivalOf }, index) => {
    const timing = timings[index];
    return timing === undefined ? [] : [{ contender: name, rivalOf, ...timing }];
  });
  return { question, results };
}
