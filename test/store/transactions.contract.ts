/** What is written together is there together or not at all, and who reads sees one state. */
import { describe, expect, it } from 'vitest';
import type { GraphStore, Writer } from '../../src/store/graph-store.js';
import { createGate } from './gate.js';
import { createRecord, idsIn, type OpenStore, useStore } from './use-store.js';

const create = (writer: Writer, id: string): Promise<unknown> =>
  writer.run('CREATE (:Entity {id: $id})', { id });

const count = 'MATCH (record:Entity) RETURN count(record) AS total';

/** Everything that a rejected work could have changed. */
async function snapshot(store: GraphStore): Promise<unknown> {
  const read = (statement: string): Promise<unknown[]> => store.read((reader) => reader.run(statement));
  return {
    nodes: await read(
      'MATCH (n:Entity) UNWIND labels(n) AS label WITH n, label ORDER BY label WITH n, collect(label) AS labels RETURN labels, properties(n) AS properties ORDER BY n.id',
    ),
    edges: await read(
      'MATCH (a)-[edge]->(b) RETURN a.id AS a, type(edge) AS type, properties(edge) AS properties, b.id AS b ORDER BY a, b, type',
    ),
    found: await store.searchText('alpha beta gamma', 10).then((hits) => hits.map(({ id }) => id).sort()),
  };
}

async function createPair(store: GraphStore): Promise<void> {
  await store.write(async (writer) => {
    await writer.run(
      "CREATE (:Entity {id: 'a', searchText: 'alpha', size: 1})-[:TIES {since: 1}]->(:Entity {id: 'b'})",
    );
  });
}

/** Touches nodes, labels, properties, edges and the text index. */
async function changeEverything(writer: Writer): Promise<void> {
  await writer.run("CREATE (:Entity {id: 'c', searchText: 'gamma'})");
  await writer.run("MATCH (a:Entity {id: 'a'}) SET a.size = 2, a.searchText = 'beta', a:Company");
  await writer.run("MATCH (a:Entity {id: 'a'}), (c:Entity {id: 'c'}) CREATE (a)-[:TIES]->(c)");
  await writer.run("MATCH (:Entity {id: 'a'})-[tie:TIES {since: 1}]->() SET tie.since = 2");
  await writer.run("MATCH (b:Entity {id: 'b'}) DETACH DELETE b");
}

export function describeTransactions(openStore: OpenStore): void {
  describe('transactions', () => {
    const store = useStore(openStore);

    it('a write sees what it has written, and gives what its work gives', async () => {
      const total = await store().write(async (writer) => {
        await create(writer, 'a');
        await create(writer, 'b');
        return writer.run(count);
      });
      expect(total).toEqual([{ total: 2 }]);
    });

    it('every read after a write sees it whole', async () => {
      for (let round = 1; round <= 20; round += 1) {
        await store().write(async (writer) => {
          await create(writer, `a-${round}`);
          await create(writer, `b-${round}`);
        });
        expect(await store().read((reader) => reader.run(count))).toEqual([{ total: 2 * round }]);
      }
    });

    it('nobody sees a write before it is done', async () => {
      const [written, checked] = [createGate(), createGate()];
      const writing = store().write(async (writer) => {
        await writer.run("CREATE (:Entity {id: 'a', searchText: 'alpha'})");
        written.open();
        await checked.opened;
      });
      await written.opened;
      const seen = [await idsIn(store()), await store().searchText('alpha', 10)];
      checked.open();
      await writing;
      expect(seen).toEqual([[], []]);
      expect(await idsIn(store())).toEqual(['a']);
    });

    it('a read sees one state, whatever is written meanwhile', async () => {
      await createRecord(store(), 'a');
      let runs = 0;
      const seen = await store().read(async (reader) => {
        runs += 1;
        const before = await reader.run(count);
        if (runs === 1) await createRecord(store(), 'b');
        return [before, await reader.run(count)];
      });
      expect(seen[0]).toEqual(seen[1]);
      expect(await idsIn(store())).toEqual(['a', 'b']);
    });

    it('a read sees one state even if somebody writes each time that it is tried', async () => {
      const writing: Promise<unknown>[] = [];
      const seen = await store().read(async (reader) => {
        const before = await reader.run(count);
        const write = createRecord(store(), `record-${writing.length}`);
        writing.push(write);
        // A read that holds writers back cannot wait for them.
        await Promise.race([write, reader.run('UNWIND range(1, 100000) AS i RETURN count(i) AS total')]);
        return [before, await reader.run(count)];
      });
      await Promise.all(writing);
      expect(seen[0]).toEqual(seen[1]);
      expect(await idsIn(store())).toHaveLength(writing.length);
    });

    it('a read leaves no trace, even if its statement writes', async () => {
      const writeInRead = store().read((reader) => reader.run("CREATE (:Entity {id: 'a'}) RETURN 1 AS one"));
      await writeInRead.catch(() => undefined);
      expect(await idsIn(store())).toEqual([]);
    });

    it('work that rejects leaves no trace, and its fault comes out as it is', async () => {
      await createPair(store());
      const before = await snapshot(store());
      const fault = new Error('mine');
      const writing = store().write(async (writer) => {
        await changeEverything(writer);
        throw fault;
      });
      await expect(writing).rejects.toBe(fault);
      expect(await snapshot(store())).toEqual(before);
    });

    it('the same work, when it resolves, leaves all of it', async () => {
      await createPair(store());
      await store().write(changeEverything);
      expect(await snapshot(store())).toEqual({
        nodes: [
          { labels: ['Company', 'Entity'], properties: { id: 'a', size: 2, searchText: 'beta' } },
          { labels: ['Entity'], properties: { id: 'c', searchText: 'gamma' } },
        ],
        edges: [{ a: 'a', type: 'TIES', properties: {}, b: 'c' }],
        found: ['a', 'c'],
      });
    });

    it('a statement that fails takes those before it along', async () => {
      const writing = store().write(async (writer) => {
        await create(writer, 'a');
        await writer.run('RETURN 1 / 0 AS value');
      });
      await expect(writing).rejects.toThrow();
      expect(await idsIn(store())).toEqual([]);
    });

    it('work that rejects while a statement of it still runs leaves no trace', async () => {
      const fault = new Error('mine');
      const writing = store().write(async (writer) => {
        const slow = writer.run(
          'UNWIND range(1, 300000) AS i WITH count(i) AS total CREATE (:Entity {id: "slow"})',
        );
        await Promise.all([slow, create(writer, 'a').then(() => Promise.reject(fault))]);
      });
      await expect(writing).rejects.toBe(fault);
      await createRecord(store(), 'b');
      expect(await idsIn(store())).toEqual(['b']);
    });

    it.each([
      [
        'an id twice, whatever the kind',
        'CREATE (:Entity:Company {id: "a"}) CREATE (:Entity:Chip {id: "a"})',
      ],
      ['a change number twice', 'CREATE (:Change {sequence: 1}) CREATE (:Change {sequence: 1})'],
      ['two ledgers', "CREATE (:Ledger {id: 'ledger'}) CREATE (:Ledger {id: 'ledger'})"],
    ])('the graph refuses %s', async (_what, statement) => {
      await expect(store().write((writer) => writer.run(statement))).rejects.toThrow();
      const rows = await store().read((reader) =>
        reader.run('MATCH (n) WHERE n:Entity OR n:Change OR n:Ledger RETURN count(n) AS total'),
      );
      expect(rows).toEqual([{ total: 0 }]);
    });

    it('the graph refuses an id that an earlier write took', async () => {
      await store().write((writer) => writer.run("CREATE (:Entity:Company {id: 'a'})"));
      await expect(
        store().write((writer) => writer.run("CREATE (:Entity:Chip {id: 'a'})")),
      ).rejects.toThrow();
      await createRecord(store(), 'b');
      await expect(
        store().write((writer) => writer.run("MATCH (b:Entity {id: 'b'}) SET b.id = 'a'")),
      ).rejects.toThrow();
      expect(await idsIn(store())).toEqual(['a', 'b']);
    });
  });
}
