/** With whom money goes both ways: who is paid by a company and pays it too. */
import type { Exchange } from '../model/exchange.js';
import { dealCodes } from '../model/registry.js';
import { groupBy } from '../records/group-by.js';
import type { WorkOptions } from '../store/graph-store.js';
import { ask, type Graph } from './ask.js';
import { valueDeals } from './deal-value.js';
import { type PaidUsd, sumPaid } from './money-sums.js';
import { type Payment, readPayments } from './read-payments.js';
import { type ScopeInput, scopeOf } from './scope.js';

export interface ReciprocityQuestion extends Omit<ScopeInput, 'kinds'> {
  /** The company that the question is about. */
  readonly of: string;
}

/** What goes one way, and through which deals, in order of their ids. */
export interface MoneyOneWay extends PaidUsd {
  readonly deals: readonly string[];
}

export interface Reciprocal {
  /** The group on the other side. */
  readonly counterparty: string;
  /** What the company's group pays it. */
  readonly moneyOut: MoneyOneWay;
  /** What it pays the company's group. */
  readonly moneyIn: MoneyOneWay;
  /** The deals of both ways in the order in which they were signed, those of no known day first. */
  readonly deals: readonly string[];
}

export interface Reciprocity {
  readonly of: string;
  /** In order of their counterparties' ids. */
  readonly reciprocals: readonly Reciprocal[];
  readonly explored: number;
  readonly truncated: boolean;
}

const counterpartyOf = ({ counterparty }: Payment): string => counterparty;

const inTime = (one: Payment, other: Payment): number =>
  one.deal.signedDay - other.deal.signedDay || (one.deal.id < other.deal.id ? -1 : 1);

const idsOf = (payments: readonly Payment[]): string[] => payments.map(({ deal }) => deal.id);

const oneWay = (payments: readonly Payment[], exchange: Exchange): MoneyOneWay => ({
  deals: idsOf(payments),
  ...sumPaid(
    valueDeals(
      payments.map(({ deal }) => deal),
      exchange,
    ),
  ),
});

/**
 * The groups with which money goes both ways in deals in force, of all kinds, and how much each way: the loops of two.
 * Reads at most 25,000 deals each way. Rejects with NOT_FOUND for an unknown company.
 */
export function reciprocity(
  graph: Graph,
  { of, ...input }: ReciprocityQuestion,
  options?: WorkOptions,
): Promise<Reciprocity> {
  return ask(
    graph,
    [of],
    scopeOf({ ...input, kinds: dealCodes }),
    async (inquiry) => {
      const group = inquiry.groups.groupOf(of);
      const paid = await readPayments(inquiry, group, 'OUT');
      const received = await readPayments(inquiry, group, 'IN');
      const payers = new Set(received.payments.map(counterpartyOf));
      const outs = groupBy(
        paid.payments.filter(({ counterparty }) => payers.has(counterparty)),
        counterpartyOf,
      );
      const ins = groupBy(
        received.payments.filter(({ counterparty }) => outs.has(counterparty)),
        counterpartyOf,
      );
      const { exchange } = inquiry.snapshot;
      return {
        of,
        reciprocals: [...outs.keys()].sort().map((counterparty) => {
          const [out, back] = [outs.get(counterparty) ?? [], ins.get(counterparty) ?? []];
          return {
            counterparty,
            moneyOut: oneWay(out, exchange),
            moneyIn: oneWay(back, exchange),
            deals: idsOf([...out, ...back].sort(inTime)),
          };
        }),
        explored: paid.explored + received.explored,
        truncated: paid.truncated || received.truncated,
      };
    },
    options,
  );
}
