/** What is wrong with a file of facts, and where. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
}

/** How many faults are told; a text with more of them has one cause. */
export const MAX_FAULTS = 1_000;

export const formatFault = ({ file, line, column, message }: Fault): string =>
  `${file}:${line}:${column}: ${message}`;

const byPlace = (one: Fault, other: Fault): number =>
  one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column;

/** The first faults that were found, and how many more there are. */
export interface Faults<Kept extends Fault = Fault> {
  readonly kept: readonly Kept[];
  readonly more: number;
}

export interface FaultList<Kept extends Fault = Fault> extends Faults<Kept> {
  /** Counts a fault; its place is only worked out where it is kept. */
  add(fault: () => Kept): void;
  addAll(faults: Faults<Kept>): void;
}

/** Keeps at most 1,000 faults, so that a text without one sound row costs no more than another. */
export function createFaultList<Kept extends Fault = Fault>(): FaultList<Kept> {
  const kept: Kept[] = [];
  let more = 0;
  const add = (fault: () => Kept): void => {
    if (kept.length < MAX_FAULTS) kept.push(fault());
    else more += 1;
  };
  return {
    kept,
    get more() {
      return more;
    },
    add,
    addAll(faults) {
      for (const fault of faults.kept) add(() => fault);
      more += faults.more;
    },
  };
}

/** The same faults in the order of their places. */
export const inOrder = <Kept extends Fault>({ kept, more }: Faults<Kept>): Faults<Kept> => ({
  kept: [...kept].sort(byPlace),
  more,
});

/** All faults as one text, a line each. */
export const formatFaults = ({ kept, more }: Faults): string =>
  [...kept.map(formatFault), ...(more > 0 ? [`... and ${more} more.`] : [])].join('\n');
