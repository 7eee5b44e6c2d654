/** Search and match give the same answers in the same order on Neo4j and on the embedded engine. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { importFacts } from '../../src/facts/import-facts.js';
import { readFolder } from '../../src/facts/read-folder.js';
import { matchName } from '../../src/records/match-names.js';
import { searchRecords } from '../../src/records/search-records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { importText } from '../support/import-text.js';
import type { Server } from './servers.js';

const texts = [
  ...[
    'amazon web servces',
    'nvdia',
    'Nvidia Corp',
    'hynix',
    'TSMC',
    'taiwan semiconductor',
    'microsft azure',
  ],
  ...['chat gpt', 'gb200', 'xAI', 'google', 'openai aws', 'core weave', 'Blackwell', 'data center texas'],
  ...['amazon openai 38 billion', 'what did openai sign with oracle', 'reuters', 'capital', 'NVDA', 'foxcon'],
  ...[
    '芯片公司',
    '芯片',
    'сбербанк',
    'сбербанк технологии',
    'Ελληνικά Δίκτυα',
    'societe generale',
    'ソフトバンク',
  ],
];
const kindFilters = [undefined, ['COMPANY'], ['CLOUD_CONTRACT', 'INVESTMENT'], ['SOURCE']];

/** Names that the seed has no like of. */
const otherScripts = `companies:
- {id: xinpian, name: 芯片公司, roles: [CHIP_DESIGNER], country: CN}
- {id: sber, name: ПАО Сбербанк, aliases: [Сбербанк Технологии], roles: [AI_LAB], country: RU}
- {id: networks-gr, name: Ελληνικά Δίκτυα, roles: [NETWORKING], country: GR}
- {id: socgen, name: Société Générale S.A., roles: [INVESTOR], country: FR}
- {id: softbank-jp, name: ソフトバンクグループ株式会社, roles: [INVESTOR], country: JP}`;

async function fill(store: GraphStore): Promise<void> {
  const seed = await readFolder(new URL('../../seed', import.meta.url).pathname);
  await importFacts(store, seed, { actor: 'test', now: new Date('2026-07-01') });
  await importText(store, otherScripts);
}

async function answer(store: GraphStore, text: string) {
  const searches = kindFilters.map((kinds) => searchRecords(store, { text, ...(kinds && { kinds }) }));
  const found = (await Promise.all(searches)).map((hits) =>
    hits.map(({ record, score, matched }) => ({ id: record.id, score, matched })),
  );
  const matches = await matchName(store, { name: text });
  return {
    found,
    matches: matches.map(({ record, score, matchedOn }) => ({ id: record.id, score, matchedOn })),
  };
}

export function describeSearch(name: string, server: Server): void {
  describe(`search on ${name}`, () => {
    let neo4j: GraphStore;
    let embedded: GraphStore;
    beforeAll(async () => {
      [neo4j, embedded] = await Promise.all([server.openEmpty(), openMemoryStore()]);
      await Promise.all([fill(neo4j), fill(embedded)]);
      return async () => {
        await Promise.all([neo4j.close(), embedded.close()]);
      };
    });

    it.each(texts)('answers "%s" as the embedded engine does', async (text) => {
      expect(await answer(neo4j, text)).toEqual(await answer(embedded, text));
    });
  });
}
