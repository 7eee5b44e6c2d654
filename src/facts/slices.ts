/** A file of facts that is held, cut into files of fewer rows. */
import type { FactFile } from './fact-file.js';

const sectionsOf = ({ content }: FactFile): [string, unknown][] =>
  typeof content === 'object' && content !== null && !Array.isArray(content) ? Object.entries(content) : [];

/** How many rows a file has, whatever is wrong with them. */
export const countRows = (file: FactFile): number =>
  sectionsOf(file).reduce(
    (count, [, rows]) => count + (Array.isArray(rows) ? rows.length : 0),
    file.faults.kept.length + file.faults.more,
  );

/** At least one file, each with the rows of one section and at most `size` of them; the file itself where it is small. */
export function* slicesOf(file: FactFile, size: number): Generator<FactFile> {
  if (countRows(file) <= size) return yield file;
  for (const [section, rows] of sectionsOf(file)) {
    if (!Array.isArray(rows)) {
      yield { ...file, content: { [section]: rows } };
      continue;
    }
    for (let start = 0; start < rows.length; start += size) {
      yield {
        ...file,
        content: { [section]: rows.slice(start, start + size) },
        faultAt: ([, index, ...path], message) =>
          file.faultAt([section, ...(index === undefined ? [] : [start + Number(index)]), ...path], message),
      };
    }
  }
}
