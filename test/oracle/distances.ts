// Distances by relaxing every step again and again until nothing changes: no queue, no visited set.

export interface Step {
  from: string;
  to: string;
}

export function distancesFrom(start: string, steps: Step[]): Map<string, number> {
  const distances = new Map([[start, 0]]);
  let changed = true;
  while (changed) {
    changed = false;
    for (const { from, to } of steps) {
      const here = distances.get(from);
      if (here === undefined) continue;
      if (here + 1 < (distances.get(to) ?? Number.POSITIVE_INFINITY)) {
        distances.set(to, here + 1);
        changed = true;
      }
    }
  }
  return distances;
}
