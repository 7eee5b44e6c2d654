/**
 * Lists the simple paths of one length between two groups of a graph in memory, in order of the ids along them: depth
 * first, and only into groups from which the end is just far enough, as the index of Sun et al. does ("PathEnum: Towards
 * Real-Time Hop-Constrained s-t Path Enumeration", SIGMOD 2021). A way on from there may not be simple, so some walks lead
 * nowhere: few as a rule, at worst as many as there are walks of that length. Who lists sets the bound: `search-paths`
 * gives up after MAX_TURNS turns.
 */
import { STEPS_PER_TURN } from './yield-to-others.js';

export type NeighboursOf = (group: string) => Iterable<string>;

/**
 * The groups from which `to` is as many steps away as the set's place says, by a way that need not be simple and
 * touches neither end. Looks at the ties of each group at most `length` times, and yields now and then, so that others
 * can have their turn.
 */
function* layersBefore(
  neighboursOf: NeighboursOf,
  from: string,
  to: string,
  length: number,
): Generator<undefined, ReadonlySet<string>[]> {
  const layers: Set<string>[] = [new Set([to])];
  let steps = 0;
  while (layers.length < length) {
    const layer = new Set<string>();
    for (const group of layers.at(-1) ?? []) {
      for (const neighbour of neighboursOf(group)) {
        steps += 1;
        if (steps % STEPS_PER_TURN === 0) yield undefined;
        if (neighbour !== from && neighbour !== to) layer.add(neighbour);
      }
    }
    layers.push(layer);
  }
  return layers;
}

/** Between the paths it yields undefined each `STEPS_PER_TURN` steps, when others should have their turn. */
export function* listPaths(
  neighboursOf: NeighboursOf,
  from: string,
  to: string,
  length: number,
): Generator<readonly string[] | undefined> {
  const layers = yield* layersBefore(neighboursOf, from, to, length);
  const choices = new Map<string, readonly string[]>();
  let steps = 0;

  function choicesOf(group: string, left: number): readonly string[] {
    const key = `${left} ${group}`;
    const known = choices.get(key);
    if (known !== undefined) return known;
    const found = [...neighboursOf(group)].filter((next) => layers[left - 1]?.has(next)).sort();
    choices.set(key, found);
    return found;
  }

  function* walk(
    path: readonly string[],
    last: string,
    left: number,
  ): Generator<readonly string[] | undefined> {
    if (left === 0) {
      yield path;
      return;
    }
    for (const next of choicesOf(last, left)) {
      steps += 1;
      if (steps % STEPS_PER_TURN === 0) yield undefined;
      if (!path.includes(next)) yield* walk([...path, next], next, left - 1);
    }
  }
  yield* walk([from], from, length);
}
