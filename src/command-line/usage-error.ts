/** A command that was not understood: the command line exits with 2, as shells take it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
