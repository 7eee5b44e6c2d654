/** Places that clients take for as long as they hold something: so many of each client, and of all of them together. */
import type { AppError } from '../errors.js';
import { overloaded } from './load-shedding.js';

export interface PlaceLimits {
  /** Of all clients; without it only each of them is held to its own. */
  readonly max?: number;
  readonly maxPerClient: number;
}

/** Takes a place for the client and gives what frees it, however often that is called; throws where there is none. */
export type TakePlace = (client: string) => () => void;

/** `tooMany` is the fault of a client that holds as many as it may: the number given. */
export function createPlaces(
  { max = Number.POSITIVE_INFINITY, maxPerClient }: PlaceLimits,
  tooMany: (maxPerClient: number) => AppError,
): TakePlace {
  /** How many each client has. */
  const ofClient = new Map<string, number>();
  let taken = 0;

  function free(client: string): void {
    taken -= 1;
    const left = (ofClient.get(client) ?? 1) - 1;
    if (left === 0) ofClient.delete(client);
    else ofClient.set(client, left);
  }

  return (client) => {
    const own = ofClient.get(client) ?? 0;
    if (own >= maxPerClient) throw tooMany(maxPerClient);
    if (taken >= max) throw overloaded();
    taken += 1;
    ofClient.set(client, own + 1);
    let isFree = false;
    return () => {
      if (!isFree) free(client);
      isFree = true;
    };
  };
}
