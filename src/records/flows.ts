import type { Flow } from '../model/kind.js';
import { kinds } from '../model/registry.js';

/** Every flow that some kind casts. */
export const flows: readonly Flow[] = [
  ...new Set(kinds.flatMap((kind) => kind.casts.map(({ flow }) => flow))),
];
