// A query goes by what was current last, and is answered only once that was found current still: or else runs once more.
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { RequestContext } from '../../src/graphql/context.js';
import { runOperation } from '../../src/graphql/run-operation.js';
import type { Snapshot } from '../../src/snapshot/snapshot.js';
import type { GraphStore } from '../../src/store/graph-store.js';

type Resolve = (root: unknown, args: object, context: RequestContext) => unknown;

function schemaOf(resolvers: Readonly<Record<string, Resolve>>) {
  const schema = buildSchema(`
    type Query { sequence: Int, other: Int, forever: Int, list: [Int!], still: Int, must: Int!, endless: Int }
    type Mutation { sequence: Int }
  `);
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) field.resolve = resolvers[field.name];
  }
  return schema;
}

const snapshotAt = (sequence: number) => ({ sequence }) as Snapshot;
const [old, recent] = [snapshotAt(1), snapshotAt(2)];

/** A graph whose looks end when a test says so, and what was done with it. */
function fakeGraph(latest: Snapshot | undefined) {
  const looks: { find(snapshot: Snapshot): void; fail(fault: Error): void }[] = [];
  const seen: number[] = [];
  const calledOff: unknown[] = [];
  const signals: AbortSignal[] = [];
  const context = {
    graph: {
      store: {} as GraphStore,
      readRecords: () => Promise.reject(new Error('no record is asked for')),
      snapshots: {
        latest,
        current: () =>
          new Promise<Snapshot>((find, fail) => {
            looks.push({ find, fail });
          }),
      },
    },
    actor: undefined,
  };
  const ask = async (_root: unknown, _args: object, { graph, signal }: RequestContext): Promise<number> => {
    signals.push(signal);
    const { sequence } = await graph.snapshots.current(signal);
    seen.push(sequence);
    return sequence;
  };
  const untilCalledOff = ({ signal }: RequestContext): Promise<never> =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        calledOff.push(signal.reason);
        reject(signal.reason);
      });
    });
  const schema = schemaOf({
    sequence: ask,
    other: ask,
    still: () => 7,
    async list(root, args, context) {
      const explored = await ask(root, args, context);
      context.truncations.push({ field: 'list', explored });
      return [];
    },
    /** Of the old state it takes until it is called off. */
    async forever(root, args, context) {
      const sequence = await ask(root, args, context);
      return sequence === recent.sequence ? sequence : untilCalledOff(context);
    },
    async endless(root, args, context) {
      await ask(root, args, context);
      return untilCalledOff(context);
    },
    async must(root, args, context) {
      throw new Error(`not in ${await ask(root, args, context)}`);
    },
  });
  return {
    looks,
    seen,
    calledOff,
    signals,
    run: (query: string, signal = new AbortController().signal) =>
      runOperation({ schema, document: parse(query) }, { ...context, signal }),
  };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a query', () => {
  it('runs before the look has ended, and is answered after it', async () => {
    const { looks, seen, run } = fakeGraph(old);
    let isAnswered = false;
    const answer = run('{ sequence other }').finally(() => {
      isAnswered = true;
    });
    await settled();
    expect({ seen, isAnswered, looks: looks.length }).toEqual({ seen: [1, 1], isAnswered: false, looks: 1 });
    looks[0]?.find(old);
    expect(await answer).toEqual({ data: { sequence: 1, other: 1 } });
    expect(seen).toEqual([1, 1]);
  });

  it('runs once more, by what the one look gave, if the graph was changed', async () => {
    const { looks, seen, run } = fakeGraph(old);
    const answer = run('{ sequence other still }');
    await settled();
    looks[0]?.find(recent);
    expect(await answer).toEqual({ data: { sequence: 2, other: 2, still: 7 } });
    expect({ seen, looks: looks.length }).toEqual({ seen: [1, 1, 2, 2], looks: 1 });
  });

  it('has its fields in the order in which they were asked for, also where some take longer', async () => {
    const { looks, run } = fakeGraph(old);
    const answer = run('{ sequence still other }');
    await settled();
    looks[0]?.find(old);
    expect(Object.keys((await answer).data ?? {})).toEqual(['sequence', 'still', 'other']);
  });

  it('tells only of lists that were cut short in what is answered', async () => {
    const { looks, run } = fakeGraph(old);
    const answer = run('{ list }');
    await settled();
    looks[0]?.find(recent);
    expect(await answer).toEqual({
      data: { list: [] },
      extensions: { truncated: [{ field: 'list', explored: 2 }] },
    });
  });

  it('does not work on by an old state once that is known', async () => {
    const { looks, calledOff, run } = fakeGraph(old);
    const answer = run('{ forever }');
    await settled();
    expect(calledOff).toEqual([]);
    looks[0]?.find(recent);
    expect(await answer).toEqual({ data: { forever: 2 } });
    expect(calledOff).toHaveLength(1);
  });

  it('tells at each field that goes by the graph why the look failed, and answers the others', async () => {
    const { looks, run } = fakeGraph(old);
    const answer = run('{ sequence other still }');
    await settled();
    looks[0]?.fail(new Error('no graph'));
    const { data, errors } = await answer;
    expect(data).toEqual({ sequence: null, other: null, still: 7 });
    expect(errors?.map(({ message, path }) => [path?.[0], message])).toEqual([
      ['sequence', 'no graph'],
      ['other', 'no graph'],
    ]);
  });

  it('needs no look where it asks nothing that goes by one', async () => {
    const { looks, run } = fakeGraph(old);
    expect(await run('{ still }')).toEqual({ data: { still: 7 } });
    expect(looks).toEqual([]);
  });

  it('waits for the look where nothing was current before', async () => {
    const { looks, seen, run } = fakeGraph(undefined);
    const answer = run('{ sequence }');
    await settled();
    expect(seen).toEqual([]);
    looks[0]?.find(recent);
    expect(await answer).toEqual({ data: { sequence: 2 } });
    expect(seen).toEqual([2]);
  });

  it('ends with its reason when it is called off', async () => {
    const { looks, calledOff, run } = fakeGraph(old);
    const ending = new AbortController();
    const answer = run('{ forever }', ending.signal);
    await settled();
    looks[0]?.find(old);
    await settled();
    ending.abort(new Error('too late'));
    expect((await answer).errors?.map(({ message }) => message)).toEqual(['too late']);
    expect(calledOff).toEqual([ending.signal.reason]);
  });

  it('whose fault is its answer does not work on at the fields beside it', async () => {
    const { looks, calledOff, run } = fakeGraph(old);
    const answer = run('{ endless must other }');
    await settled();
    expect(calledOff).toHaveLength(1);
    looks[0]?.find(old);
    const { data, errors } = await answer;
    await settled();
    expect(data).toBeNull();
    expect(errors?.map(({ message }) => message)).toEqual(['not in 1']);
  });

  it('whose fault is its answer when it is run once more does not work on either', async () => {
    const { looks, calledOff, run } = fakeGraph(old);
    const answer = run('{ endless must }');
    await settled();
    looks[0]?.find(recent);
    const { errors } = await answer;
    await settled();
    expect(errors?.map(({ message }) => message)).toEqual(['not in 2']);
    expect(calledOff).toHaveLength(2);
  });

  it('is not called off where its answer has no fault', async () => {
    const { looks, signals, run } = fakeGraph(old);
    const answer = run('{ sequence other }');
    await settled();
    looks[0]?.find(old);
    await answer;
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
  });
});

describe('a mutation', () => {
  it('waits for the look, and runs only once', async () => {
    const { looks, seen, run } = fakeGraph(old);
    const answer = run('mutation { sequence }');
    await settled();
    expect(seen).toEqual([]);
    looks[0]?.find(recent);
    expect(await answer).toEqual({ data: { sequence: 2 } });
    expect(seen).toEqual([2]);
  });
});
