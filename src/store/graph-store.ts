/** The port to a graph engine. Nothing above it knows which engine answers. */

/** What a parameter may be. Whole numbers are stored as integers; a bigint fits 64 bits. */
export type Parameter =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Parameter[]
  | { readonly [key: string]: Parameter | undefined };

export type Parameters = Readonly<Record<string, Parameter>>;

export interface Reader {
  /**
   * Runs one static Cypher statement and gives its rows, keyed by the aliases of its RETURN.
   * Integers come as numbers, and as bigints beyond 2^53. `Row` is the caller's claim about its own statement.
   */
  run<Row>(statement: string, parameters?: Parameters): Promise<Row[]>;
}

/** A statement runner whose writes are committed together, or not at all. */
export interface Writer extends Reader {}

/** A record found by the words of its text, with the engine's own score: comparable within one answer only. */
export interface TextHit {
  readonly id: string;
  readonly score: number;
}

/** Limits of one read or write. */
export interface WorkOptions {
  /** Ends the work, in the engine too where it can be ended there; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface GraphStore {
  /** For logs and the health report, such as "Neo4j 5.26.30". */
  readonly engine: string;
  /** Runs reads that see one state of the graph; may run `work` again after a passing fault. */
  read<Result>(work: (reader: Reader) => Promise<Result>, options?: WorkOptions): Promise<Result>;
  /**
   * Runs reads and writes that are committed when `work` resolves; when it rejects, nothing is written.
   * `work` may run again after a conflict or a passing fault, so it has no other effects.
   */
  write<Result>(work: (writer: Writer) => Promise<Result>, options?: WorkOptions): Promise<Result>;
  /** The records whose `searchText` shares most with these words, best first, at most `limit`. */
  searchText(words: string, limit: number, options?: WorkOptions): Promise<TextHit[]>;
  /** Resolves when the engine answers; rejects with UNAVAILABLE when it does not. */
  check(): Promise<void>;
  /** Ends what is under way and frees the engine; calling it twice is fine. */
  close(): Promise<void>;
}
