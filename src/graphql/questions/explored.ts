/** What every bounded answer says of itself. */
import { Int } from 'type-graphql';
import { value } from '../types/answer.js';

export const bounds = {
  explored: value(() => Int, 'How many deals were looked at.'),
  truncated: value(
    () => Boolean,
    'Whether a limit was met: what is listed exists, but there may be more, and sums, shares, indices and ranks are of what was read.',
  ),
};

/** Of answers about control, too, which comes by stakes. */
export const boundsWithStakes = {
  ...bounds,
  explored: value(() => Int, 'How many deals and stakes were looked at.'),
};
