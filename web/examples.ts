// The ready queries of schema/examples, in the order of their file numbers. Each file starts with its question.

export interface Example {
  question: string;
  query: string;
}

const HINT = `#
# Run it with the triangle or Ctrl-Enter, then change it:
# Ctrl-Space suggests fields. More questions are in the
# other tabs and behind the question mark on the left.
`;

const files = import.meta.glob<string>('../schema/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const examples: readonly Example[] = Object.entries(files)
  .sort(([a], [b]) => fileNumber(a) - fileNumber(b))
  .map(([path, text], position) => readExample(path, text, position === 0));

function readExample(path: string, text: string, isFirst: boolean): Example {
  const [firstLine = ''] = text.split('\n', 1);
  if (!firstLine.startsWith('# ')) throw new Error(`${path} must start with its question as a # comment`);
  const rest = text.slice(firstLine.length + 1);
  return { question: firstLine.slice(2), query: isFirst ? `${firstLine}\n${HINT}${rest}` : text };
}

function fileNumber(path: string): number {
  return Number.parseInt(path.slice(path.lastIndexOf('/') + 1), 10);
}
