/** What has to be known before a question can be answered, read along with the first thing that its answer reads. */
import type { Parameters, Reader } from '../store/graph-store.js';
import { readTogether } from './read-together.js';

const ownershipSequence = `
OPTIONAL MATCH (ledger:Ledger {id: 'ledger'})
RETURN coalesce(ledger.ownershipSequence, 0) AS ownershipSequence`;

// A company that does not exist is left out: an OPTIONAL MATCH would say so, but the embedded engine scans for it.
const companiesFound = `
UNWIND $asked AS id
MATCH (company:Company {id: id})
RETURN collect(id) AS found`;

interface OpeningRow {
  readonly ownershipSequence: number;
  readonly found: readonly string[];
}

export class UnknownCompany extends Error {
  constructor(readonly id: string) {
    super(`there is no company "${id}"`);
  }
}

/** Who owns whom has changed since the groups were read that the answer is based on. */
export class OwnershipMoved extends Error {}

/** Rejects with `UnknownCompany`, or gives the ledger's `ownershipSequence`. */
function check(companies: readonly string[], row: OpeningRow | undefined): number {
  if (row === undefined) throw new Error('the first statement of a question has to give a row');
  const found = new Set(row.found);
  const missing = companies.find((id) => !found.has(id));
  if (missing !== undefined) throw new UnknownCompany(missing);
  return row.ownershipSequence;
}

/** Finds the companies, and gives the ledger's `ownershipSequence`. */
export async function open(reader: Reader, companies: readonly string[]): Promise<number> {
  const statement = readTogether(ownershipSequence, companiesFound);
  const [row] = await reader.run<OpeningRow>(statement, { asked: companies });
  return check(companies, row);
}

export interface OpeningReader extends Reader {
  /** Opens the question where its answer took no statement. */
  finish(): Promise<void>;
}

/**
 * A reader whose first statement, which gives one row whatever it finds, finds the companies too. Rejects with
 * `OwnershipMoved` where the ledger's `ownershipSequence` is not the expected one; undefined expects any.
 */
export function openAlong(
  reader: Reader,
  companies: readonly string[],
  expected: number | undefined,
): OpeningReader {
  let isOpen = false;
  function expect(found: number): void {
    if (expected !== undefined && found !== expected) throw new OwnershipMoved();
  }
  return {
    async run<Row>(statement: string, parameters?: Parameters): Promise<Row[]> {
      if (isOpen) return reader.run<Row>(statement, parameters);
      isOpen = true;
      const together = readTogether(ownershipSequence, companiesFound, statement);
      const rows = await reader.run<Row & OpeningRow>(together, { ...parameters, asked: companies });
      expect(check(companies, rows[0]));
      return rows;
    },
    async finish() {
      if (!isOpen) expect(await open(reader, companies));
    },
  };
}
