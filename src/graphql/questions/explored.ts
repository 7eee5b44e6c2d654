/** What every bounded answer says of itself. */
import { Int } from 'type-graphql';
import { value } from '../types/answer.js';

export const bounds = {
  explored: value(() => Int, 'How many deals were looked at.'),
  truncated: value(
    () => Boolean,
    'Whether there was more to look at than one answer may; what is shown is right, but not all.',
  ),
};
