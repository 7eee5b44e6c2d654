/** Lists of an answer that may be long: graphql-js completes a list in one go, and nobody else is served meanwhile. */
import { yieldToOthers } from '../../questions/yield-to-others.js';
import type { AnswerField } from './answer.js';

/** As many items are completed along with the rest of the answer. */
const SHORT = 250;
/** A few milliseconds of work, with what an item has inside. Items that come later cost a promise each, which is as much again. */
const ITEMS_PER_TURN = 500;

/** The items when it is their turn; those behind the first ones still later. They reject when the request is called off. */
async function inTurns<Item>(
  items: readonly Item[],
  signal: AbortSignal,
): Promise<readonly (Item | Promise<Item>)[]> {
  let turn = yieldToOthers(signal);
  await turn;
  return items.map((item, at) => {
    if (at < ITEMS_PER_TURN) return item;
    if (at % ITEMS_PER_TURN === 0) turn = yieldToOthers(signal);
    return turn.then(() => item);
  });
}

/** The items at once where they are few, else when it is their turn. */
export const completeInTurns = (items: readonly unknown[], signal: AbortSignal): unknown =>
  items.length <= SHORT ? items : inTurns(items, signal);

/** A list of values that the answer holds. */
export const longList = <Root>(
  itemType: () => unknown,
  description: string,
  read: (root: Root) => readonly unknown[],
): AnswerField<Root> => ({
  type: () => [itemType()],
  description,
  isNullable: false,
  resolve: (root, { signal }) => completeInTurns(read(root), signal),
});
