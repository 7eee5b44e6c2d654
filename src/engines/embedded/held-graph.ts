/** A graph that another process holds: the engine lets in one at a time. */
import { AppError } from '../../errors.js';
import { type Owner, readOwner } from './owner.js';

/** Tells it from other faults, and says who the owner is as far as that is known. */
export class HeldGraphError extends AppError {
  /** The file of the graph. */
  readonly path: string;
  readonly owner: Owner | undefined;

  constructor(path: string, owner: Owner | undefined, cause: unknown) {
    const serving = owner?.url === undefined ? '' : `, which serves ${owner.url}`;
    const other = owner === undefined ? 'the other one' : `the other one (process ${owner.pid}${serving})`;
    super(
      'UNAVAILABLE',
      `${path} is in use by another process. One process at a time owns the embedded graph: stop ${other}, or send your request to it.`,
      { cause },
    );
    this.path = path;
    this.owner = owner;
  }
}

// The engine gives a held lock the same code and status as other faults of a file: only its text tells.
const isHeld = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('cannot be locked');

/** The fault for what the engine threw when it was to open this file; undefined where nobody holds it. */
export const heldBy = (directory: string, path: string, error: unknown): HeldGraphError | undefined =>
  isHeld(error) ? new HeldGraphError(path, readOwner(directory), error) : undefined;
