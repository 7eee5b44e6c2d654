/** All that snapshots hold, in versions that never change. */
import { createExchange, type DatedRate, type Exchange } from '../model/exchange.js';
import { allFlows, type Flow } from '../model/kind.js';
import { createCodes } from './codes.js';
import { addEdges, createEdgeColumns, type EdgeColumns, edgesFromFirst, StoredEdge } from './edge-columns.js';
import { type EdgeIndex, type EdgeIndexDraft, emptyEdgeIndex } from './edge-index.js';
import type { Held } from './held-records.js';
import { emptyIndex, type IndexByKey, type IndexDraft } from './index-by-key.js';
import { createOwnership } from './ownership.js';
import { noParties, type Parties } from './parties.js';
import type { Figure, Occurrence, Snapshot } from './snapshot.js';

/** What is told of by records that cast no flows. */
type Told = Exclude<Held, { readonly holds: 'PARTY' | 'FLOWS' }>;

type OfFlows<Value> = Readonly<Record<Flow, Value>>;
const ofFlows = <Value>(make: (flow: Flow) => Value): OfFlows<Value> => ({
  SUPPLIES: make('SUPPLIES'),
  PAYS: make('PAYS'),
  OWNS: make('OWNS'),
});

export interface Holdings {
  /** All versions share them. */
  readonly columns: EdgeColumns;
  /** The first edge of each record that casts some, to take it out again; of the newest version only. */
  readonly firstEdges: Map<string, number>;
  /** Likewise what was told. */
  readonly told: Map<string, Told>;
  readonly parties: Parties;
  /** By the company that they go out from. */
  readonly outgoing: OfFlows<EdgeIndex>;
  /** By the company that they come in to. */
  readonly incoming: OfFlows<EdgeIndex>;
  /** By company. */
  readonly figures: IndexByKey<Figure>;
  readonly occurrences: IndexByKey<Occurrence>;
  /** By currency. */
  readonly rates: IndexByKey<DatedRate>;
  readonly groupsOn: Snapshot['groupsOn'];
  readonly exchange: Exchange;
}

const ownId = ({ id }: { readonly id: string }): string => id;

export function emptyHoldings(): Holdings {
  const columns = createEdgeColumns();
  const keys = createCodes();
  const outgoing = ofFlows(() => emptyEdgeIndex(columns));
  return {
    columns,
    firstEdges: new Map(),
    told: new Map(),
    parties: noParties(columns.companies),
    outgoing,
    incoming: ofFlows(() => emptyEdgeIndex(columns)),
    figures: emptyIndex<Figure>(keys, ownId),
    occurrences: emptyIndex<Occurrence>(keys, ownId),
    rates: emptyIndex<DatedRate>(createCodes(), ownId),
    groupsOn: createOwnership(outgoing.OWNS),
    exchange: createExchange([]),
  };
}

export interface HoldingsDraft {
  /** A record of this id must not be held. */
  add(held: Held): void;
  /** Nothing happens where no record of this id is held. */
  remove(id: string): void;
  /** Nothing may be drafted from the version before any more. */
  finish(): Holdings;
}

const exchangeOf = (rates: IndexByKey<DatedRate>): Exchange =>
  createExchange([...rates.keys()].flatMap((currency) => rates.get(currency)));

/** Starts the next version. */
export function draftHoldings(before: Holdings): HoldingsDraft {
  const { columns, firstEdges, told } = before;
  const parties = before.parties.draft();
  const outgoing = ofFlows((flow) => before.outgoing[flow].draft());
  const incoming = ofFlows((flow) => before.incoming[flow].draft());
  const figures = before.figures.draft();
  const occurrences = before.occurrences.draft();
  const rates = before.rates.draft();

  type Change = keyof Pick<EdgeIndexDraft & IndexDraft<unknown>, 'add' | 'remove'>;

  function changeEdges(how: Change, first: number): void {
    const { sources, targets, flows } = columns.numbers;
    for (const edge of edgesFromFirst(columns, first)) {
      const flow = allFlows[flows[edge] as number] as Flow;
      outgoing[flow][how](sources[edge] as number, edge);
      incoming[flow][how](targets[edge] as number, edge);
    }
  }

  function changeTold(how: Change, held: Told): void {
    if (held.holds === 'FIGURE') figures[how](held.company, held);
    if (held.holds === 'EXCHANGE') rates[how](held.currency, held);
    if (held.holds === 'OCCURRENCE') for (const company of held.companies) occurrences[how](company, held);
  }

  return {
    add(held) {
      if (held.holds === 'PARTY') return parties.add(held.id);
      if (held.holds !== 'FLOWS') {
        told.set(held.id, held);
        return changeTold('add', held);
      }
      const first = addEdges(columns, held.relationship, held.ends);
      firstEdges.set(held.relationship.id, first);
      changeEdges('add', first);
    },
    remove(id) {
      parties.remove(id);
      const [first, held] = [firstEdges.get(id), told.get(id)];
      if (first !== undefined) changeEdges('remove', first);
      if (held !== undefined) changeTold('remove', held);
      firstEdges.delete(id);
      told.delete(id);
    },
    finish() {
      const next = {
        parties: parties.finish(),
        outgoing: ofFlows((flow) => outgoing[flow].finish()),
        incoming: ofFlows((flow) => incoming[flow].finish()),
        figures: figures.finish(),
        occurrences: occurrences.finish(),
        rates: rates.finish(),
      };
      const { OWNS } = next.outgoing;
      return {
        ...before,
        ...next,
        groupsOn: OWNS === before.outgoing.OWNS ? before.groupsOn : createOwnership(OWNS),
        exchange: next.rates === before.rates ? before.exchange : exchangeOf(next.rates),
      };
    },
  };
}

/** How many rows of records that are gone may always lie in the columns. */
const ROWS_TO_SPARE = 1_000;

/** Whether most rows of the columns are of records that were changed or retracted since. */
export const isSparse = ({ columns, firstEdges }: Holdings): boolean =>
  columns.relationships.ids.length > 2 * firstEdges.size + ROWS_TO_SPARE;

/** All that the newest version holds, to add it to another one. */
export function* heldIn({ columns, firstEdges, told, parties }: Holdings): Generator<Held> {
  for (const id of parties.all()) yield { holds: 'PARTY', id };
  for (const first of firstEdges.values()) {
    const ends = edgesFromFirst(columns, first).map((edge) => new StoredEdge(columns, edge));
    yield { holds: 'FLOWS', relationship: new StoredEdge(columns, first).relationship, ends };
  }
  yield* told.values();
}

export function snapshotOf({ columns, ...holdings }: Holdings, sequence: number): Snapshot {
  const { companies } = columns;
  /** One that no index has. */
  const NOBODY = -1;
  const numberOf = (company: string): number => companies.find(company) ?? NOBODY;
  return {
    sequence,
    hasCompany: holdings.parties.has,
    *sourcesOf(flow) {
      for (const company of holdings.outgoing[flow].companies()) yield companies.textOf(company);
    },
    edgesFrom: (company, flow) => holdings.outgoing[flow].edgesOf(numberOf(company)),
    edgesTo: (company, flow) => holdings.incoming[flow].edgesOf(numberOf(company)),
    countFrom: (company, flow) => holdings.outgoing[flow].countOf(numberOf(company)),
    countTo: (company, flow) => holdings.incoming[flow].countOf(numberOf(company)),
    count: (flow) => holdings.outgoing[flow].size,
    groupsOn: holdings.groupsOn,
    figuresOf: (company) => holdings.figures.get(company),
    occurrencesOf: (company) => holdings.occurrences.get(company),
    exchange: holdings.exchange,
  };
}
