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

/** One static Cypher statement, with what it is run with. */
export interface Statement {
  readonly text: string;
  readonly parameters: Parameters;
}

/** A statement runner whose writes are committed together, or not at all. */
export interface Writer extends Reader {
  /**
   * Runs statements whose rows nobody wants, in this order, without waiting for one before the next is sent. Absent where
   * that gains nothing; `runAll` of src/records/statements.ts does without it then.
   */
  readonly runTogether?: (statements: Iterable<Statement>) => Promise<void>;
}

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

export interface BackupRequest<Seen> {
  readonly now: Date;
  /** The new file; one named by the time, in the folder `backups` beside the graph, if left out. */
  readonly file?: string;
  /** Reads in the state that is copied. */
  look(reader: Reader): Promise<Seen>;
}

export interface Backup<Seen> {
  /** Where it is, from the root of the file system. */
  readonly path: string;
  readonly bytes: number;
  /** What was read in the state that it holds. */
  readonly seen: Seen;
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
  /**
   * Copies one state of the whole graph into one file, while reads and writes go on; it is there under its name only once
   * it has been opened again and holds as much. Rejects with VALIDATION_FAILED where it can't be a new file, and with
   * UNAVAILABLE where it can't be written. Absent where the engine has tools of its own for that.
   */
  backup?<Seen>(request: BackupRequest<Seen>, options?: WorkOptions): Promise<Backup<Seen>>;
  /** Resolves when the engine answers; rejects with UNAVAILABLE when it does not. */
  check(): Promise<void>;
  /** Ends what is under way and frees the engine; calling it twice is fine. */
  close(): Promise<void>;
}
