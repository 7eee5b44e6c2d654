// Where not all payments may be read, loops are looked for around the latest investments and the like.
import { describe, expect, it } from 'vitest';
import { type DayNumber, OPEN_DAY } from '../../src/model/day.js';
import { startingDeals } from '../../src/questions/starting-deals.js';
import { draftHoldings, emptyHoldings, snapshotOf } from '../../src/snapshot/holdings.js';
import type { Snapshot } from '../../src/snapshot/snapshot.js';

interface Paid {
  readonly id: string;
  readonly kind: string;
  readonly signedDay: DayNumber;
}

const number = (index: number): string => String(index).padStart(5, '0');

/** Payments of up to a thousand payers in turn. */
function snapshotWith(payments: readonly Paid[]): Snapshot {
  const draft = draftHoldings(emptyHoldings());
  for (const [index, payment] of payments.entries()) {
    const relationship = {
      ...payment,
      fromDay: payment.signedDay,
      toDay: OPEN_DAY,
      category: payment.kind,
      confidence: 'CONFIRMED',
      isRumoured: false,
      isAnnounced: true,
      amount: undefined,
      stakePercent: undefined,
    } as const;
    const ends = [{ flow: 'PAYS', from: `payer-${number(index % 1_000)}`, to: 'payee' }] as const;
    draft.add({ holds: 'FLOWS', relationship, ends });
  }
  return snapshotOf(draft.finish(), 1);
}

const investments = (count: number, signedDay: DayNumber, prefix = 'investment'): Paid[] =>
  Array.from({ length: count }, (_, index) => ({
    // In no order: 7 and the counts have no common divisor.
    id: `${prefix}-${number((index * 7) % count)}`,
    kind: 'INVESTMENT',
    signedDay,
  }));

/** The snapshot, and how often it was asked for the payments of a payer and looked at one of them. */
function counted(snapshot: Snapshot) {
  const counts = { payers: 0, looks: 0 };
  const edgesFrom: Snapshot['edgesFrom'] = (company, flow) => {
    counts.payers += 1;
    return snapshot.edgesFrom(company, flow).map(({ from, to, relationship }) => ({
      flow,
      from,
      to,
      get relationship() {
        counts.looks += 1;
        return relationship;
      },
    }));
  };
  return { counts, snapshot: { ...snapshot, edgesFrom } };
}

const idsOf = async (snapshot: Snapshot, day: DayNumber): Promise<string[]> =>
  (await startingDeals(snapshot, day)).map(({ relationship }) => relationship.id);

describe('the deals to start from', () => {
  it('are of each kind the latest 200 up to the day, of one day the first by id', async () => {
    const snapshot = snapshotWith([
      ...investments(3, 2025_06_02, 'later'),
      ...investments(1_000, 2025_06_01),
      ...investments(10, 2025_05_31, 'earlier'),
      { id: 'purchase', kind: 'ACQUISITION', signedDay: 2019_01_01 },
      { id: 'sale', kind: 'CHIP_SUPPLY', signedDay: 2025_06_01 },
    ]);
    const firstOf = (count: number): string[] =>
      Array.from({ length: count }, (_, index) => `investment-${number(index)}`);
    const later = ['later-00000', 'later-00001', 'later-00002'];
    expect(await idsOf(snapshot, 2025_06_01)).toEqual([...firstOf(200), 'purchase']);
    expect(await idsOf(snapshot, 2025_12_31)).toEqual([...later, ...firstOf(197), 'purchase']);
    expect((await idsOf(snapshot, 2025_05_31)).slice(-3)).toEqual([
      'earlier-00008',
      'earlier-00009',
      'purchase',
    ]);
    expect(await idsOf(snapshot, 2018_12_31)).toEqual([]);
  });

  it('are found by one look at each payment, for all who ask of the snapshot', async () => {
    const { snapshot, counts } = counted(snapshotWith(investments(10_000, 2025_06_01)));
    const [one, other] = await Promise.all([
      startingDeals(snapshot, 2025_06_01),
      startingDeals(snapshot, 2025_12_31),
    ]);
    await startingDeals(snapshot, 2025_06_02);
    expect(counts).toEqual({ payers: 1_000, looks: 10_000 });
    expect([one.length, other.length]).toEqual([200, 200]);
  });

  it('are no longer looked for once nobody wants them', async () => {
    const { snapshot, counts } = counted(snapshotWith(investments(10_000, 2025_06_01)));
    const caller = new AbortController();
    const asked = startingDeals(snapshot, 2025_06_01, caller.signal);
    caller.abort(new Error('no longer wanted'));
    await expect(asked).rejects.toThrow('no longer wanted');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(counts.looks).toBeLessThanOrEqual(2_000);
    // That they were called off is no fault of whoever comes next.
    expect(await startingDeals(snapshot, 2025_06_01)).toHaveLength(200);
  });

  it('are found for the others when one who asked goes away', async () => {
    const snapshot = snapshotWith(investments(10_000, 2025_06_01));
    const caller = new AbortController();
    const asked = startingDeals(snapshot, 2025_06_01, caller.signal);
    const other = startingDeals(snapshot, 2025_06_01);
    caller.abort(new Error('no longer wanted'));
    await expect(asked).rejects.toThrow('no longer wanted');
    expect(await other).toHaveLength(200);
  });
});
