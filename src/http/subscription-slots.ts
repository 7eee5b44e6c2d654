/** How many subscriptions each client may hold at once, whatever the transport. */
import { AppError } from '../errors.js';

export interface SubscriptionSlots {
  /** Takes a slot of the client and gives what frees it; rejects with RATE_LIMITED when it has no more. */
  take(client: string): () => void;
}

export function createSubscriptionSlots(perClient: number): SubscriptionSlots {
  const taken = new Map<string, number>();
  return {
    take(client) {
      const held = taken.get(client) ?? 0;
      if (held >= perClient) {
        throw new AppError(
          'RATE_LIMITED',
          `A client may hold ${perClient} subscriptions at once; end one first.`,
          {
            details: { limit: perClient },
          },
        );
      }
      taken.set(client, held + 1);
      let isFree = false;
      return () => {
        if (isFree) return;
        isFree = true;
        const left = (taken.get(client) ?? 1) - 1;
        if (left === 0) taken.delete(client);
        else taken.set(client, left);
      };
    },
  };
}
