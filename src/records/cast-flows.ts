/** Turns a record into the flow edges that it casts: the deal is the truth, its edges can be made again at any time. */
import type { AnyRecord, Flow, Kind } from '../model/kind.js';
import { type Period, periodOf } from '../model/period.js';
import { kindOf } from '../model/registry.js';
import type { Confidence } from '../model/vocabularies.js';
import type { Parameter } from '../store/graph-store.js';

/** What every flow edge says of the record that casts it. */
type CommonProperties = Readonly<Pick<Period, keyof Period>> & {
  readonly dealId: string;
  readonly kind: string;
  readonly category: string;
  readonly confidence: Confidence;
  readonly rumoured: boolean;
};

export interface CastEdge {
  readonly flow: Flow;
  readonly from: string;
  readonly to: string;
  /** With the fields of the record that the edge carries beside. */
  readonly properties: CommonProperties & { readonly [carried: string]: Parameter };
}

const stated = (record: AnyRecord, name: string): Record<string, Parameter> =>
  record[name] === undefined ? {} : { [name]: record[name] as Parameter };

function commonProperties(kind: Kind, record: AnyRecord): CommonProperties {
  if (kind.period === undefined) throw new Error(`${kind.name} casts flows, but does not say when it holds`);
  return {
    dealId: record.id,
    kind: kind.code,
    category: (record.category as string | undefined) ?? kind.code,
    ...periodOf(kind.period, record),
    confidence: (record.confidence as Confidence | undefined) ?? 'CONFIRMED',
    rumoured: record.status === 'RUMOURED',
  };
}

export function castFlows(record: AnyRecord): CastEdge[] {
  const kind = kindOf(record.kind);
  if (kind.casts.length === 0) return [];
  const common = commonProperties(kind, record);
  return kind.casts.map(({ flow, from, to, carries = [] }) => ({
    flow,
    from: record[from] as string,
    to: record[to] as string,
    properties: Object.assign({}, common, ...carries.map((name) => stated(record, name))),
  }));
}
