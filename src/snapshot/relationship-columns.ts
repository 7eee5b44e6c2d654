/**
 * Relationships in columns of numbers. As objects, the hundreds of thousands of a large graph would keep the garbage
 * collector busy for longer than a point read may take. Rows are only ever added, so whoever knows one sees it unchanged.
 */
import type { DayNumber } from '../model/day.js';
import type { Money } from '../model/money.js';
import type { AmountBasis, Confidence } from '../model/vocabularies.js';
import { createCodes } from './codes.js';
import { FIRST_ROOM, makeRoom } from './room.js';
import type { Relationship } from './snapshot.js';

const IS_RUMOURED = 1;
const IS_ANNOUNCED = 2;
const HAS_AMOUNT = 4;

/** What of each row is a number, or has one. */
const createNumbers = () => ({
  kinds: new Uint16Array(FIRST_ROOM),
  categories: new Uint16Array(FIRST_ROOM),
  confidences: new Uint8Array(FIRST_ROOM),
  signedDays: new Int32Array(FIRST_ROOM),
  fromDays: new Int32Array(FIRST_ROOM),
  toDays: new Int32Array(FIRST_ROOM),
  flags: new Uint8Array(FIRST_ROOM),
  amounts: new BigInt64Array(FIRST_ROOM),
  currencies: new Uint16Array(FIRST_ROOM),
  bases: new Uint8Array(FIRST_ROOM),
  /** NaN where there is none. */
  stakes: new Float64Array(FIRST_ROOM),
});

const createTexts = () => ({
  kinds: createCodes(),
  categories: createCodes(),
  confidences: createCodes<Confidence>(),
  currencies: createCodes(),
  bases: createCodes<AmountBasis>(),
});

export interface RelationshipColumns {
  readonly ids: string[];
  readonly numbers: ReturnType<typeof createNumbers>;
  /** The texts that numbers stand for. */
  readonly texts: ReturnType<typeof createTexts>;
}

export const createRelationshipColumns = (): RelationshipColumns => ({
  ids: [],
  numbers: createNumbers(),
  texts: createTexts(),
});

/** Gives the row that it stands in. */
export function addRelationship(
  { ids, numbers, texts }: RelationshipColumns,
  relationship: Relationship,
): number {
  const row = ids.push(relationship.id) - 1;
  makeRoom(numbers, row);
  const { amount, isRumoured, isAnnounced } = relationship;
  numbers.kinds[row] = texts.kinds.codeOf(relationship.kind);
  numbers.categories[row] = texts.categories.codeOf(relationship.category);
  numbers.confidences[row] = texts.confidences.codeOf(relationship.confidence);
  numbers.signedDays[row] = relationship.signedDay;
  numbers.fromDays[row] = relationship.fromDay;
  numbers.toDays[row] = relationship.toDay;
  numbers.flags[row] =
    (isRumoured ? IS_RUMOURED : 0) | (isAnnounced ? IS_ANNOUNCED : 0) | (amount ? HAS_AMOUNT : 0);
  numbers.stakes[row] = relationship.stakePercent ?? Number.NaN;
  if (amount !== undefined) {
    numbers.amounts[row] = amount.value;
    numbers.currencies[row] = texts.currencies.codeOf(amount.currency);
    numbers.bases[row] = texts.bases.codeOf(amount.basis);
  }
  return row;
}

/** One row, as questions see it. Made anew each time it is looked at, so two of one row are not the same object. */
export class StoredRelationship implements Relationship {
  constructor(
    private readonly columns: RelationshipColumns,
    private readonly row: number,
  ) {}
  get id(): string {
    return this.columns.ids[this.row] as string;
  }
  get kind(): string {
    const { numbers, texts } = this.columns;
    return texts.kinds.textOf(numbers.kinds[this.row] as number);
  }
  get category(): string {
    const { numbers, texts } = this.columns;
    return texts.categories.textOf(numbers.categories[this.row] as number);
  }
  get confidence(): Confidence {
    const { numbers, texts } = this.columns;
    return texts.confidences.textOf(numbers.confidences[this.row] as number);
  }
  get signedDay(): DayNumber {
    return this.columns.numbers.signedDays[this.row] as DayNumber;
  }
  get fromDay(): DayNumber {
    return this.columns.numbers.fromDays[this.row] as DayNumber;
  }
  get toDay(): DayNumber {
    return this.columns.numbers.toDays[this.row] as DayNumber;
  }
  get isRumoured(): boolean {
    return this.has(IS_RUMOURED);
  }
  get isAnnounced(): boolean {
    return this.has(IS_ANNOUNCED);
  }
  get amount(): Money | undefined {
    if (!this.has(HAS_AMOUNT)) return undefined;
    const { numbers, texts } = this.columns;
    return {
      value: numbers.amounts[this.row] as bigint,
      currency: texts.currencies.textOf(numbers.currencies[this.row] as number),
      basis: texts.bases.textOf(numbers.bases[this.row] as number),
    };
  }
  get stakePercent(): number | undefined {
    const stake = this.columns.numbers.stakes[this.row] as number;
    return Number.isNaN(stake) ? undefined : stake;
  }
  private has(flag: number): boolean {
    return ((this.columns.numbers.flags[this.row] as number) & flag) !== 0;
  }
}
