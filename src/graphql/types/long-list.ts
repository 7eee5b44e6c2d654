/** Lists of an answer that may be long: graphql-js completes a list in one go, and nobody else is served meanwhile. */
import { yieldToOthers } from '../../questions/yield-to-others.js';
import type { AnswerField } from './answer.js';

/** A few milliseconds of work, with what an item has inside. */
const ITEMS_PER_TURN = 250;

/** Long lists come one after the other, so that few answers are in memory half done, and the first ones are out early. */
let lastTurn: Promise<unknown> = Promise.resolve();

function takeTurn(signal: AbortSignal): Promise<void> {
  const turn = lastTurn.then(() => yieldToOthers(signal));
  lastTurn = turn.catch(() => undefined);
  return turn;
}

/** The items; those behind the first ones come later, some at each turn. They reject when the request is called off. */
function inTurns<Item>(items: readonly Item[], signal: AbortSignal): readonly (Item | Promise<Item>)[] {
  let turn: Promise<void> | undefined;
  return items.map((item, at) => {
    if (at > 0 && at % ITEMS_PER_TURN === 0) turn = takeTurn(signal);
    return turn === undefined ? item : turn.then(() => item);
  });
}

/** A list of values that the answer holds. */
export const longList = <Root>(
  itemType: () => unknown,
  description: string,
  read: (root: Root) => readonly unknown[],
): AnswerField<Root> => ({
  type: () => [itemType()],
  description,
  isNullable: false,
  resolve: (root, { signal }) => inTurns(read(root), signal),
});
