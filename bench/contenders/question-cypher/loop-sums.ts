/** What the expert adds up of the rows about money that goes both ways, or round. */

interface Amount {
  readonly id: string;
  readonly basis: string | null;
  readonly value: number | null;
}

export interface ReciprocityRow {
  readonly counterparty: string;
  readonly outs: readonly string[];
  readonly ins: readonly string[];
  readonly deals: readonly Amount[];
}

interface Way {
  readonly knownUsd: number | null;
  readonly ceilingUsd: number | null;
  readonly deals: readonly string[];
}

export interface PlainReciprocal {
  readonly counterparty: string;
  readonly moneyOut: Way;
  readonly moneyIn: Way;
}

const sumUsd = (amounts: readonly Amount[], left: readonly string[]): number | null =>
  amounts.reduce<number | null>(
    (sum, { basis, value }) =>
      value === null || basis === null || left.includes(basis) ? sum : (sum ?? 0) + value,
    null,
  );

function sumWay(ids: readonly string[], deals: readonly Amount[]): Way {
  const wanted = new Set(ids);
  const amounts = deals.filter(({ id }) => wanted.has(id));
  return {
    knownUsd: sumUsd(amounts, ['UP_TO', 'PER_YEAR']),
    ceilingUsd: sumUsd(amounts, ['PER_YEAR']),
    deals: ids,
  };
}

export const sumReciprocals = (rows: readonly ReciprocityRow[]): PlainReciprocal[] =>
  rows.map(({ counterparty, outs, ins, deals }) => ({
    counterparty,
    moneyOut: sumWay(outs, deals),
    moneyIn: sumWay(ins, deals),
  }));

export interface LoopsRow {
  readonly loops: readonly (readonly string[])[];
  readonly legs: readonly {
    readonly payer: string;
    readonly payee: string;
    readonly deals: readonly Amount[];
  }[];
}

export interface PlainLoop {
  readonly companies: readonly string[];
  /** The deals of each leg. */
  readonly legs: readonly (readonly string[])[];
  readonly unknownLegs: number;
  readonly smallestKnownLegUsd: number | null;
}

const MOST_LOOPS = 200;

const compareLoops = (one: PlainLoop, other: PlainLoop): number =>
  one.unknownLegs - other.unknownLegs ||
  (other.smallestKnownLegUsd ?? -1) - (one.smallestKnownLegUsd ?? -1) ||
  one.companies.length - other.companies.length ||
  (one.companies.join(' ') < other.companies.join(' ') ? -1 : 1);

export function rankLoops([row]: readonly LoopsRow[]): PlainLoop[] {
  const legs = new Map(
    row?.legs.map(({ payer, payee, deals }) => [
      `${payer} ${payee}`,
      { deals: deals.map(({ id }) => id), usd: sumUsd(deals, ['PER_YEAR']) },
    ]),
  );
  const loops = (row?.loops ?? []).map((loop): PlainLoop => {
    const start = loop.indexOf([...loop].sort()[0] ?? '');
    const companies = [...loop.slice(start), ...loop.slice(0, start)];
    const found = companies.flatMap(
      (payer, at) => legs.get(`${payer} ${companies[(at + 1) % companies.length]}`) ?? [],
    );
    const known = found.flatMap(({ usd }) => usd ?? []);
    return {
      companies,
      legs: found.map(({ deals }) => deals),
      unknownLegs: found.length - known.length,
      smallestKnownLegUsd: known.length === 0 ? null : Math.min(...known),
    };
  });
  return loops.sort(compareLoops).slice(0, MOST_LOOPS);
}
