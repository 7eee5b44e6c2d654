/**
 * The edges of each company in one flow and one direction, in versions that never change, so that whoever reads one is not
 * disturbed by the next. A version is a packed list of all (compressed sparse rows) and, beside it, the lists of the few
 * companies that changed since; once they are many, all is packed anew.
 */
import { changeLists } from './changed-lists.js';
import { type EdgeColumns, relationshipIdOf, StoredEdge } from './edge-columns.js';
import type { FlowEdge } from './snapshot.js';

/** How many companies may have a list of their own: packing takes some ten milliseconds on a large graph. */
const MAX_CHANGED = 1_024;

export interface EdgeIndex {
  /** How many edges there are. */
  readonly size: number;
  /** In order of the ids of their relationships. Companies go by their numbers. */
  edgesOf(company: number): FlowEdge[];
  countOf(company: number): number;
  /** The companies that have edges. */
  companies(): Iterable<number>;
  /** All edges, in no order. */
  edges(): Iterable<FlowEdge>;
  /** Starts the next version. */
  draft(): EdgeIndexDraft;
}

export interface EdgeIndexDraft {
  /** Adds an edge by its number. */
  add(company: number, edge: number): void;
  /** It has to be one that was added. */
  remove(company: number, edge: number): void;
  /** The version itself where nothing was added or removed. */
  finish(): EdgeIndex;
}

/** The edges of company number n are those from place `starts[n]` up to `starts[n + 1]`. */
interface Packed {
  readonly starts: Int32Array;
  readonly edges: Int32Array;
}

type Lists = ReadonlyMap<number, readonly number[]>;

interface Version {
  readonly packed: Packed;
  readonly changed: Lists;
  readonly size: number;
}

/** Those who came after the packing, and nobody, have no edges: they begin where all end. */
const startOf = ({ starts, edges }: Packed, company: number): number => starts[company] ?? edges.length;

function countEdges({ packed, changed }: Version, company: number): number {
  return changed.get(company)?.length ?? startOf(packed, company + 1) - startOf(packed, company);
}

/** Gives each edge of a company to `take`, without a list of its own: there are many companies. */
function eachEdge({ packed, changed }: Version, company: number, take: (edge: number) => void): void {
  const own = changed.get(company);
  if (own !== undefined) {
    for (const edge of own) take(edge);
    return;
  }
  const end = startOf(packed, company + 1);
  for (let place = startOf(packed, company); place < end; place += 1) take(packed.edges[place] as number);
}

function pack(version: Version, companies: number): Version {
  const starts = new Int32Array(companies + 1);
  const edges = new Int32Array(version.size);
  let place = 0;
  const add = (edge: number): void => {
    edges[place] = edge;
    place += 1;
  };
  for (let company = 0; company < companies; company += 1) {
    eachEdge(version, company, add);
    starts[company + 1] = place;
  }
  return { packed: { starts, edges }, changed: new Map(), size: version.size };
}

function draftOf(columns: EdgeColumns, before: EdgeIndex, version: Version): EdgeIndexDraft {
  function copyOf(company: number): number[] {
    const list: number[] = [];
    eachEdge(version, company, (edge) => list.push(edge));
    return list;
  }
  const changes = changeLists(version.size, copyOf, (edge) => relationshipIdOf(columns, edge));
  return {
    add: changes.add,
    remove: changes.remove,
    finish() {
      const touched = changes.finish();
      if (touched.size === 0) return before;
      const changed = new Map([...version.changed, ...touched]);
      const next = { packed: version.packed, changed, size: changes.size };
      return indexOf(columns, changed.size > MAX_CHANGED ? pack(next, columns.companies.size) : next);
    },
  };
}

function indexOf(columns: EdgeColumns, version: Version): EdgeIndex {
  const countOf = (company: number): number => countEdges(version, company);
  const index: EdgeIndex = {
    size: version.size,
    countOf,
    edgesOf(company) {
      const edges: FlowEdge[] = [];
      eachEdge(version, company, (edge) => edges.push(new StoredEdge(columns, edge)));
      return edges;
    },
    *companies() {
      for (let company = 0; company < columns.companies.size; company += 1) {
        if (countOf(company) > 0) yield company;
      }
    },
    *edges() {
      for (const company of index.companies()) yield* index.edgesOf(company);
    },
    draft: () => draftOf(columns, index, version),
  };
  return index;
}

const nothing: Version = {
  packed: { starts: new Int32Array(1), edges: new Int32Array(0) },
  changed: new Map(),
  size: 0,
};

export const emptyEdgeIndex = (columns: EdgeColumns): EdgeIndex => indexOf(columns, nothing);
