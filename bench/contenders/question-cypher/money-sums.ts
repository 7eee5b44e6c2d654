/** What the expert adds up of the rows that the statements about money give. */

export interface CommitmentsRow {
  readonly deals: readonly {
    readonly deal: string;
    readonly supplier: string;
    readonly kind: string;
    readonly announcedOn: string | null;
    readonly value: number | null;
    readonly currency: string;
    readonly basis: string;
  }[];
  readonly metrics: readonly {
    readonly id: string;
    readonly metric: string;
    readonly period: string;
    readonly value: number;
  }[];
}

interface Sum {
  readonly currency: string;
  readonly basis: string;
  value: number;
  deals: number;
}

interface Part {
  readonly key: string;
  readonly sums: readonly Sum[];
  readonly deals: readonly string[];
}

export interface PlainCommitments {
  /** All of them, then by counterparty, kind and year. */
  readonly parts: readonly Part[];
  readonly reported: readonly string[];
  readonly revenue: readonly string[];
  readonly timesRevenue: number | null;
}

export function sumCommitments([row]: readonly CommitmentsRow[]): PlainCommitments {
  const startPart = (key: string) => ({ key, sums: new Map<string, Sum>(), deals: [] as string[] });
  const parts = new Map([['all', startPart('all')]]);
  for (const { deal, supplier, kind, announcedOn, value, currency, basis } of row?.deals ?? []) {
    for (const key of ['all', supplier, kind, announcedOn?.slice(0, 4) ?? 'null']) {
      const part = parts.get(key) ?? startPart(key);
      parts.set(key, part);
      part.deals.push(deal);
      if (value === null) continue;
      const sum = part.sums.get(`${currency} ${basis}`) ?? { currency, basis, value: 0, deals: 0 };
      part.sums.set(`${currency} ${basis}`, sum);
      sum.value += value;
      sum.deals += 1;
    }
  }
  const metrics = [...(row?.metrics ?? [])].sort((one, other) => (one.period < other.period ? 1 : -1));
  const reported = metrics.filter(({ metric }) => metric === 'COMMITMENTS');
  const revenue = metrics.filter(({ metric }) => metric !== 'COMMITMENTS');
  const [above, below] = [reported[0], revenue[0]];
  return {
    parts: [...parts.values()].map(({ sums, ...part }) => ({ ...part, sums: [...sums.values()] })),
    reported: reported.map(({ id }) => id),
    revenue: revenue.map(({ id }) => id),
    timesRevenue: above === undefined || below === undefined ? null : above.value / below.value,
  };
}

export interface ShareRow {
  readonly supplier: string;
  readonly usd: number;
  readonly deals: number;
  readonly unknown: number;
}

export interface PlainShares {
  readonly hhi: number;
  readonly unknown: number;
  readonly shares: readonly { group: string; usd: number; deals: number; share: number }[];
}

export function toShares(rows: readonly ShareRow[]): PlainShares {
  const known = rows.filter(({ deals }) => deals > 0);
  const total = known.reduce((sum, { usd }) => sum + usd, 0);
  const shares = known.map(({ supplier, usd, deals }) => ({
    group: supplier,
    usd,
    deals,
    share: usd / total,
  }));
  return {
    hhi: shares.reduce((sum, { share }) => sum + share * share, 0) * 10_000,
    unknown: rows.reduce((sum, { unknown }) => sum + unknown, 0),
    shares,
  };
}
