/** What writes mean, said again as plainly as can be: maps in memory, and every rule spelt out. */

interface Asked {
  readonly id: string;
  readonly ifVersion: number | undefined;
}
interface CompanyWrite extends Asked {
  readonly what: 'COMPANY';
  readonly name: string;
}
interface DealWrite extends Asked {
  readonly what: 'CHIP_SUPPLY';
  readonly supplier: string;
  readonly customer: string;
  readonly summary: string;
}
interface ByIdWrite extends Asked {
  readonly what: 'RETRACT' | 'RESTORE';
}
export type ModelWrite = CompanyWrite | DealWrite | ByIdWrite;

interface Held {
  readonly id: string;
  readonly version: number;
  /** Of a company. */
  readonly name?: string;
  /** Of a deal. */
  readonly supplier?: string;
  readonly customer?: string;
  readonly summary?: string;
}

/** The names of these tests have no more to them than this. */
const plain = (name: string): string => name.toLowerCase().replace('é', 'e').replace(' inc.', '');

export interface WriteModel {
  /** Does the write and says its outcome: `CREATED 1`, `UNCHANGED`, or the codes of the faults in order. */
  expect(write: ModelWrite): string;
  /** What is there and not retracted, by id. */
  records(): Record<string, Held>;
}

export function createModel(): WriteModel {
  const live = new Map<string, Held>();
  const retracted = new Map<string, Held>();

  const conflicts = ({ ifVersion }: Asked, version: number): string[] =>
    ifVersion === undefined || ifVersion === version ? [] : ['VERSION_CONFLICT'];

  const isCompany = (id: string | undefined): boolean => live.get(id ?? '')?.name !== undefined;

  /** The id that a reference means, or what is wrong with it. */
  function resolve(text: string, writtenId: string): { id?: string; fault?: string } {
    if (isCompany(text)) return { id: text };
    const fits = [...live.values()].filter(({ name }) => name !== undefined && plain(name) === plain(text));
    if (fits.length === 1) return { id: fits[0]?.id as string };
    if (fits.length > 1) return { fault: 'AMBIGUOUS_NAME' };
    const isOfAnotherKind = live.has(text) || text === writtenId;
    return { fault: isOfAnotherKind ? 'VALIDATION_FAILED' : 'NOT_FOUND' };
  }

  function upsert(write: CompanyWrite | DealWrite): string {
    const before = live.get(write.id);
    const supplier = write.what === 'COMPANY' ? {} : resolve(write.supplier, write.id);
    const customer = write.what === 'COMPANY' ? {} : resolve(write.customer, write.id);
    const faults = [
      ...(retracted.has(write.id) ? ['VALIDATION_FAILED'] : []),
      ...conflicts(write, before?.version ?? 0),
      ...[supplier.fault, customer.fault].filter((fault) => fault !== undefined),
    ];
    if (faults.length > 0) return faults.sort().join(' ');
    const values =
      write.what === 'COMPANY'
        ? { name: write.name }
        : { supplier: supplier.id as string, customer: customer.id as string, summary: write.summary };
    const after = { ...values, id: write.id, version: (before?.version ?? 0) + 1 };
    const isSame = JSON.stringify({ ...after, version: before?.version }) === JSON.stringify(before);
    if (isSame) return 'UNCHANGED';
    live.set(write.id, after);
    return `${before === undefined ? 'CREATED' : 'UPDATED'} ${after.version}`;
  }

  function move(write: ByIdWrite, from: Map<string, Held>, to: Map<string, Held>): string {
    const there = from.get(write.id);
    const alreadyMoved = to.get(write.id);
    if (there === undefined && alreadyMoved === undefined) return 'NOT_FOUND';
    const faults = conflicts(write, (there ?? alreadyMoved)?.version ?? 0);
    if (there !== undefined) {
      const isReferredTo = [...live.values()].some(
        ({ supplier, customer }) => supplier === write.id || customer === write.id,
      );
      if (write.what === 'RETRACT' && isReferredTo) faults.push('VALIDATION_FAILED');
      const missing = [there.supplier, there.customer].filter((id) => id !== undefined && !isCompany(id));
      if (write.what === 'RESTORE') faults.push(...missing.map(() => 'NOT_FOUND'));
    }
    if (faults.length > 0) return faults.sort().join(' ');
    if (there === undefined) return 'UNCHANGED';
    const moved = { ...there, version: there.version + 1 };
    from.delete(write.id);
    to.set(write.id, moved);
    return `${write.what}${write.what === 'RETRACT' ? 'ED' : 'D'} ${moved.version}`;
  }

  return {
    expect(write) {
      if (write.what === 'COMPANY' || write.what === 'CHIP_SUPPLY') return upsert(write);
      return write.what === 'RETRACT' ? move(write, live, retracted) : move(write, retracted, live);
    },
    records: () => Object.fromEntries(live),
  };
}
