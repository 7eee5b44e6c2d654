/** Clients that read, write and follow at the same time, go on with another process when theirs is gone, and keep what they saw. */
import { setTimeout as wait } from 'node:timers/promises';
import { crashCompanies, crashDeal, DEALS } from '../engines/crash-facts.js';
import type { Acknowledged } from '../engines/expect-whole.js';
import { followBySocket } from '../live/follow.js';
import { postQuery } from '../support/post-query.js';

const WRITERS = 6;
const READERS = 6;
/** A client asks again after this time, answered or not, so that the machine has time left for processes that start. */
const PACE_MS = 40;

export interface Load {
  /** Every write that was told to be done. */
  readonly acknowledged: readonly Acknowledged[];
  /** The longest that any request took to be answered or refused, in milliseconds. */
  readonly longestMs: number;
  /** The codes of all faults that were told. */
  readonly codes: ReadonlySet<string>;
  /** How many reads were answered. */
  readonly reads: number;
  /** The numbers of the changes that the one who follows them was told of, in the order in which they came. */
  readonly followed: readonly number[];
  /** How often it connected for that. */
  readonly connections: number;
  /** Ends the requests; who follows goes on until `end`. */
  pause(): Promise<void>;
  end(): Promise<void>;
}

export interface LoadOptions {
  /** What makes the writes of this load differ from those of all others; without the letter x. */
  readonly name: string;
  /** Of all processes that run now. */
  urls(): readonly string[];
  readonly token: string;
  /** The number of the last change before it. */
  readonly after: number;
}

const upsert = `mutation ($input: CloudContractInput!, $reason: String) {
  upsertCloudContract(input: $input, reason: $reason) { change { sequence } userErrors { code } }
}`;
const readAll = '{ cloudContracts(first: 5) { totalCount nodes { id supplier { id } customer { id } } } }';

interface Written {
  readonly upsertCloudContract: { readonly change: { readonly sequence: number } | null } | null;
}

export function startLoad({ name, urls, token, after }: LoadOptions): Load {
  const acknowledged: Acknowledged[] = [];
  const codes = new Set<string>();
  const followed: number[] = [];
  let [isPaused, isEnded, begun, longestMs, reads, connections] = [false, false, 0, 0, 0, 0];
  const urlOf = (client: number): string => urls()[client % urls().length] ?? '';

  /** The data of an answer; undefined where there is none, because it was refused or the process has gone. */
  async function request(client: number, query: string, variables = {}): Promise<unknown> {
    const start = performance.now();
    const reply = await postQuery(urlOf(client), query, { token, variables }).catch(() => undefined);
    longestMs = Math.max(longestMs, performance.now() - start);
    for (const { extensions } of reply?.errors ?? []) codes.add(extensions.code);
    await wait(PACE_MS);
    return reply?.errors === undefined ? reply?.data : undefined;
  }

  async function write(client: number): Promise<void> {
    for (let turn = client; !isPaused; turn += 1) {
      begun += 1;
      const reason = `${name}-${begun}x1`;
      const customer = crashCompanies[begun % crashCompanies.length] ?? '';
      const input = crashDeal(`deal-${(begun * 7) % DEALS}`, customer, reason);
      const data = (await request(turn, upsert, { input, reason })) as Written | undefined;
      const sequence = data?.upsertCloudContract?.change?.sequence;
      if (sequence !== undefined) acknowledged.push({ token: reason, sequence });
    }
  }

  async function read(client: number): Promise<void> {
    for (let turn = client; !isPaused; turn += 1) {
      if ((await request(turn, readAll)) !== undefined) reads += 1;
    }
  }

  /** Begins again behind the last change that came, wherever there is a process. */
  async function follow(): Promise<void> {
    for (; !isEnded; connections += 1) {
      const from = followed.at(-1) ?? after;
      const query = `subscription { changes(after: ${from}) { sequence } }`;
      const feed = followBySocket<{ changes: { sequence: number } }>(urlOf(connections), query);
      try {
        while (!isEnded) {
          const sequence = (await feed.next())?.data?.changes.sequence;
          if (sequence === undefined) break;
          followed.push(sequence);
        }
      } catch {
        await wait(PACE_MS);
      }
      await feed.stop().catch(() => undefined);
    }
  }

  const clients = [
    ...Array.from({ length: WRITERS }, (_, client) => write(client)),
    ...Array.from({ length: READERS }, (_, client) => read(client)),
  ];
  const following = follow();
  const pause = async (): Promise<void> => {
    isPaused = true;
    await Promise.all(clients);
  };
  return {
    acknowledged,
    codes,
    followed,
    get longestMs() {
      return longestMs;
    },
    get reads() {
      return reads;
    },
    get connections() {
      return connections;
    },
    pause,
    async end() {
      await pause();
      isEnded = true;
      await following;
    },
  };
}
