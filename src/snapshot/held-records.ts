/** What of a record questions go by, and which fields that rests on. */
import { type Day, firstDayOf } from '../model/day.js';
import type { DatedRate } from '../model/exchange.js';
import type { AnyRecord, Kind, Telling } from '../model/kind.js';
import { endOfPeriod, knownFrom } from '../model/metric-period.js';
import type { Money } from '../model/money.js';
import { companyKind, kinds } from '../model/registry.js';
import { type CastEdge, castFlows } from '../records/cast-flows.js';
import type { Ends } from './edge-columns.js';
import type { Figure, Occurrence, Relationship } from './snapshot.js';

/** What a snapshot holds of a record. */
export type Held =
  | { readonly holds: 'PARTY'; readonly id: string }
  | { readonly holds: 'FLOWS'; readonly relationship: Relationship; readonly ends: readonly Ends[] }
  | ({ readonly holds: 'FIGURE' } & Figure)
  | ({ readonly holds: 'OCCURRENCE' } & Occurrence)
  | ({ readonly holds: 'EXCHANGE' } & DatedRate);

/** Gives one text for all that are alike: an engine gives each value a text of its own, and most are the same few. */
export type Intern = <Text extends string>(text: Text) => Text;

export interface Holder {
  readonly kind: Kind;
  /** The fields of the kind that are to be read. */
  readonly fields: readonly string[];
  hold(record: AnyRecord, intern: Intern): Held;
}

/** Each edge says the same of the record, but for what it carries. */
function holdFlows(record: AnyRecord): Held {
  const cast = castFlows(record);
  const { kind, category, signedDay, fromDay, toDay, confidence, rumoured, stakePercent } = Object.assign(
    {},
    ...cast.map((edge) => edge.properties),
  ) as CastEdge['properties'];
  const relationship: Relationship = {
    id: record.id,
    kind,
    category,
    signedDay,
    fromDay,
    toDay,
    confidence,
    isRumoured: rumoured,
    isAnnounced: record.announcedOn !== undefined,
    amount: record.amount as Money | undefined,
    stakePercent: stakePercent as number | undefined,
  };
  return { holds: 'FLOWS', relationship, ends: cast };
}

const flowFields = ({ fields, casts, period }: Kind): string[] => {
  const parties = casts.flatMap(({ from, to, carries = [] }) => [from, to, ...carries]);
  const days = period === undefined ? [] : [...period.signed, ...period.from, period.to];
  const others = ['category', 'status', 'confidence', 'amount', 'announcedOn'];
  return [...new Set([...parties, ...days, ...others])].filter((name) => name in fields);
};

type Holding = Omit<Holder, 'kind'>;

const holdCompany: Holding = { fields: [], hold: ({ id }) => ({ holds: 'PARTY', id }) };

const holdFigure: Holding = {
  fields: ['company', 'segment', 'metric', 'period', 'amount', 'asOf', 'confidence'],
  hold(record, intern) {
    const { company, segment, metric, period, amount, asOf, confidence } = record as AnyRecord &
      Omit<Figure, 'endDay' | 'knownDay'> & { asOf: Day | undefined };
    return {
      holds: 'FIGURE',
      id: record.id,
      company: intern(company),
      segment: segment && intern(segment),
      metric: intern(metric),
      period,
      amount,
      confidence,
      endDay: endOfPeriod(period),
      knownDay: knownFrom(period, asOf),
    };
  },
};

const holdOccurrence: Holding = {
  fields: ['on', 'companies'],
  hold: (record, intern) => ({
    holds: 'OCCURRENCE',
    id: record.id,
    day: firstDayOf(record.on as Day),
    companies: [...new Set(record.companies as readonly string[])].map((company) => intern(company)),
  }),
};

const holdExchange: Holding = {
  fields: ['currency', 'usdPerUnit', 'on'],
  hold: (record, intern) => ({
    holds: 'EXCHANGE',
    id: record.id,
    currency: intern(record.currency as string),
    usdPerUnit: record.usdPerUnit as string,
    day: firstDayOf(record.on as Day),
  }),
};

const holdingsOf: Readonly<Record<Telling, Holding>> = {
  FIGURE: holdFigure,
  OCCURRENCE: holdOccurrence,
  EXCHANGE: holdExchange,
};

/** Undefined for a kind that no question goes by. */
function holdingOf(kind: Kind): Holding | undefined {
  if (kind === companyKind) return holdCompany;
  if (kind.casts.length > 0) return { fields: flowFields(kind), hold: holdFlows };
  return kind.tells && holdingsOf[kind.tells];
}

export const holders: readonly Holder[] = kinds.flatMap((kind) => {
  const holding = holdingOf(kind);
  return holding === undefined ? [] : [{ kind, ...holding }];
});

const holdersByCode = new Map(holders.map((holder) => [holder.kind.code, holder]));

/** Undefined for a kind that no question goes by. */
export const holderOf = (code: string): Holder | undefined => holdersByCode.get(code);
