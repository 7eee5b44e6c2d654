// Order of ids everywhere: by code unit, as SQL and Cypher do, never by locale.

export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function sortedUnique(ids: Iterable<string>): string[] {
  return [...new Set(ids)].sort(compareIds);
}

/** Element by element; a list that is the beginning of another comes first. */
export function compareIdLists(a: string[], b: string[]): number {
  for (const [index, id] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (id !== other) return compareIds(id, other);
  }
  return a.length - b.length;
}
