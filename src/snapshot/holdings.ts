/** All that snapshots hold, in versions that never change. */
import { createExchange, type DatedRate, type Exchange } from '../model/exchange.js';
import type { Flow } from '../model/kind.js';
import type { Held } from './held-records.js';
import { emptyIndex, type IndexByKey, type IndexDraft, type Numbering } from './index-by-key.js';
import { createOwnership } from './ownership.js';
import type { Figure, FlowEdge, Occurrence, Snapshot } from './snapshot.js';

interface Identified {
  readonly id: string;
}

type OfFlows<Value> = Readonly<Record<Flow, Value>>;
const ofFlows = <Value>(make: (flow: Flow) => Value): OfFlows<Value> => ({
  SUPPLIES: make('SUPPLIES'),
  PAYS: make('PAYS'),
  OWNS: make('OWNS'),
});

export interface Holdings {
  /** Each by its own id. */
  readonly companies: IndexByKey<Identified>;
  /** By the company that they go out from. */
  readonly outgoing: OfFlows<IndexByKey<FlowEdge>>;
  /** By the company that they come in to. */
  readonly incoming: OfFlows<IndexByKey<FlowEdge>>;
  /** By company. */
  readonly figures: IndexByKey<Figure>;
  readonly occurrences: IndexByKey<Occurrence>;
  /** By currency. */
  readonly rates: IndexByKey<DatedRate>;
  readonly groupsOn: Snapshot['groupsOn'];
  readonly exchange: Exchange;
}

const ownId = ({ id }: Identified): string => id;
const idOfEdge = ({ relationship }: FlowEdge): string => relationship.id;

export function emptyHoldings(): Holdings {
  const companies: Numbering = new Map();
  const emptyFlows = () => ofFlows(() => emptyIndex(companies, idOfEdge));
  const outgoing = emptyFlows();
  return {
    companies: emptyIndex(companies, ownId),
    outgoing,
    incoming: emptyFlows(),
    figures: emptyIndex<Figure>(companies, ownId),
    occurrences: emptyIndex<Occurrence>(companies, ownId),
    rates: emptyIndex<DatedRate>(new Map(), ownId),
    groupsOn: createOwnership(outgoing.OWNS),
    exchange: createExchange([]),
  };
}

export interface HoldingsDraft {
  add(held: Held): void;
  /** What was added before. */
  remove(held: Held): void;
  finish(): Holdings;
}

const exchangeOf = (rates: IndexByKey<DatedRate>): Exchange =>
  createExchange([...rates.keys()].flatMap((currency) => rates.get(currency)));

/** Starts the next version. */
export function draftHoldings(before: Holdings): HoldingsDraft {
  const companies = before.companies.draft();
  const outgoing = ofFlows((flow) => before.outgoing[flow].draft());
  const incoming = ofFlows((flow) => before.incoming[flow].draft());
  const figures = before.figures.draft();
  const occurrences = before.occurrences.draft();
  const rates = before.rates.draft();

  type Change = keyof Pick<IndexDraft<unknown>, 'add' | 'remove'>;
  function change(how: Change, held: Held): void {
    if (held.holds === 'PARTY') companies[how](held.id, held);
    if (held.holds === 'FIGURE') figures[how](held.company, held);
    if (held.holds === 'EXCHANGE') rates[how](held.currency, held);
    if (held.holds === 'OCCURRENCE') for (const company of held.companies) occurrences[how](company, held);
    if (held.holds === 'FLOWS') {
      for (const edge of held.edges) {
        outgoing[edge.flow][how](edge.from, edge);
        incoming[edge.flow][how](edge.to, edge);
      }
    }
  }

  return {
    add: (held) => change('add', held),
    remove: (held) => change('remove', held),
    finish() {
      const next = {
        companies: companies.finish(),
        outgoing: ofFlows((flow) => outgoing[flow].finish()),
        incoming: ofFlows((flow) => incoming[flow].finish()),
        figures: figures.finish(),
        occurrences: occurrences.finish(),
        rates: rates.finish(),
      };
      return {
        ...next,
        groupsOn:
          next.outgoing.OWNS === before.outgoing.OWNS ? before.groupsOn : createOwnership(next.outgoing.OWNS),
        exchange: next.rates === before.rates ? before.exchange : exchangeOf(next.rates),
      };
    },
  };
}

export const snapshotOf = (holdings: Holdings, sequence: number): Snapshot => ({
  sequence,
  hasCompany: (id) => holdings.companies.get(id).length > 0,
  sourcesOf: (flow) => holdings.outgoing[flow].keys(),
  edgesFrom: (company, flow) => holdings.outgoing[flow].get(company),
  edgesTo: (company, flow) => holdings.incoming[flow].get(company),
  count: (flow) => holdings.outgoing[flow].size,
  groupsOn: holdings.groupsOn,
  figuresOf: (company) => holdings.figures.get(company),
  occurrencesOf: (company) => holdings.occurrences.get(company),
  exchange: holdings.exchange,
});
