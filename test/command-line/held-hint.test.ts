// Who finds the graph held by a server is told the same command for it.
import { expect, test } from 'vitest';
import { explainFault } from '../../src/command-line/held-hint.js';
import { HeldGraphError } from '../../src/engines/embedded/held-graph.js';

const url = 'http://127.0.0.1:4123';
const held = (owner?: { pid: number; url?: string }) => new HeldGraphError('var/graph.grafeo', owner, 'x');
const hintOf = (owner: { pid: number; url?: string } | undefined, ...typed: string[]): string =>
  explainFault(held(owner), typed).split('\n')[1] ?? '';

test.each([
  [
    ['ask', 'paths', '--from', 'sk-hynix', '--to', 'xai'],
    `Work through it: ai-infra-graph ask paths --from sk-hynix --to xai --server ${url}`,
  ],
  [
    ['search', "what's new", '--first', '3'],
    `Work through it: ai-infra-graph search 'what'\\''s new' --first 3 --server ${url}`,
  ],
  [
    ['export', '--out', 'my tables'],
    `Work through it: ai-infra-graph export --out 'my tables' --server ${url}`,
  ],
  [
    ['import', 'deals.yaml', '--dry-run'],
    `Work through it: ai-infra-graph import deals.yaml --dry-run --server ${url} (with the key of an EDITOR in AI_INFRA_GRAPH_KEY; here, keys create --role EDITOR makes one)`,
  ],
  [
    ['keys', 'list', '--key', 'aig_secret'],
    `Work through it: ai-infra-graph keys list --server ${url} (with the key of an ADMIN in AI_INFRA_GRAPH_KEY; here, keys create --role ADMIN makes one)`,
  ],
  [
    ['check', '--key=aig_secret'],
    `Work through it: ai-infra-graph check --server ${url} (with the key of an ADMIN in AI_INFRA_GRAPH_KEY; here, keys create --role ADMIN makes one)`,
  ],
  [
    ['backup', 'graph.backup'],
    `Work through it: ai-infra-graph backup --server ${url} (with the key of an ADMIN in AI_INFRA_GRAPH_KEY; here, keys create --role ADMIN makes one)`,
  ],
])('%j', (typed, hint) => {
  expect(hintOf({ pid: 1234, url }, ...typed)).toBe(hint);
});

test('the owner is named as far as it is known', () => {
  expect(held({ pid: 1234, url }).message).toBe(
    `var/graph.grafeo is in use by another process. One process at a time owns the embedded graph: stop the other one (process 1234, which serves ${url}), or send your request to it.`,
  );
  expect(held({ pid: 1234 }).message).toContain('stop the other one (process 1234), or send');
  expect(held().message).toContain('stop the other one, or send');
  for (const owner of [undefined, { pid: 1234 }]) {
    expect(hintOf(owner, 'ask', 'timeline', '--of', 'openai')).toBe(
      'If it is a server, work through it: ai-infra-graph ask timeline --of openai --server http://127.0.0.1:4000',
    );
    // Only a server takes a key that is made beside it.
    expect(hintOf(owner, 'keys', 'create')).toBe(
      'If it is a server, work through it: ai-infra-graph keys create --server http://127.0.0.1:4000 (with the key of an ADMIN in AI_INFRA_GRAPH_KEY)',
    );
  }
});

test('a second server, and any other fault, is told as it is', () => {
  expect(explainFault(held({ pid: 1234, url }), ['serve'])).toBe(held({ pid: 1234, url }).message);
  expect(explainFault(new Error('the disk is full'), ['check'])).toBe('the disk is full');
});
