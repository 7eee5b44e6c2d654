/** The questions about money, as one statement each; what is left to add up, the caller does. */
import { inForce } from './in-force.js';

/** What a company has signed to pay outside suppliers, and the figures to set beside it. */
export const commitments = `
MATCH (company:Company {id: $id})
CALL (company) {
  MATCH (company)-[flow:PAYS]->(supplier:Company)
  WHERE ${inForce('flow')} AND flow.kind IN $kinds AND supplier <> company
  MATCH (deal:Deal {id: flow.dealId})
  RETURN collect({
    deal: deal.id, supplier: supplier.id, kind: flow.kind, announcedOn: deal.announcedOn,
    value: deal.amountValue, currency: deal.amountCurrency, basis: deal.amountBasis
  }) AS deals
}
CALL (company) {
  MATCH (company)<-[:MEASURES]-(metric:Metric)
  WHERE metric.metric IN ['COMMITMENTS', 'ANNUALIZED_REVENUE', 'REVENUE']
  RETURN collect({
    id: metric.id, metric: metric.metric, period: metric.period, asOf: metric.asOf,
    value: metric.amountValue, currency: metric.amountCurrency
  }) AS metrics
}
RETURN deals, metrics`;

/** What each supplier is paid: dollars, of how many deals, and how many have none. */
export const supplierShares = `
MATCH (company:Company {id: $id})-[flow:PAYS]->(supplier:Company)
WHERE ${inForce('flow')} AND flow.kind IN $kinds AND supplier <> company
MATCH (deal:Deal {id: flow.dealId})
WITH supplier.id AS supplier, CASE WHEN deal.amountBasis <> 'PER_YEAR' THEN deal.amountValue END AS usd
RETURN supplier AS supplier, sum(usd) AS usd, count(usd) AS deals, count(*) - count(usd) AS unknown`;

/** Who pays the company and is paid by it, with the deals of both ways. */
export const reciprocity = `
MATCH (company:Company {id: $id})-[flow:PAYS]->(other:Company)
WHERE ${inForce('flow')} AND other <> company
WITH company, other, collect(flow.dealId) AS outs
MATCH (other)-[back:PAYS]->(company)
WHERE ${inForce('back')}
WITH other, outs, collect(back.dealId) AS ins
UNWIND outs + ins AS id
MATCH (deal:Deal {id: id})
WITH other, outs, ins, collect({id: deal.id, basis: deal.amountBasis, value: deal.amountValue}) AS deals
RETURN other.id AS counterparty, outs, ins, deals`;

const leg = (from: string, to: string): string => `[${from}, ${to}]`;

/** Loops of a length as rows of companies; the middle of the long ones is joined from both ends. */
const loopsOf = {
  2: `
  MATCH (target)-[one:PAYS]->(a)-[two:PAYS]->(target)
  WHERE a <> target AND ${inForce('one')} AND ${inForce('two')}
  RETURN DISTINCT [target.id, a.id] AS loop`,
  3: `
  MATCH (target)-[one:PAYS]->(a)
  WHERE ${inForce('one')} AND a <> target
  WITH DISTINCT target, a
  MATCH (a)-[two:PAYS]->(b)
  WHERE ${inForce('two')} AND b <> target AND b <> a
  WITH DISTINCT target, a, b
  MATCH (b)-[three:PAYS]->(target)
  WHERE ${inForce('three')}
  RETURN DISTINCT [target.id, a.id, b.id] AS loop`,
  4: `
  MATCH (target)<-[four:PAYS]-(c)
  WHERE ${inForce('four')} AND c <> target
  WITH DISTINCT target, c
  MATCH (c)<-[three:PAYS]-(b)
  WHERE ${inForce('three')} AND b <> target AND b <> c
  WITH DISTINCT target, b, c
  MATCH (b)<-[two:PAYS]-(a)
  WHERE ${inForce('two')} AND a <> target AND a <> c
  WITH DISTINCT target, a, b, c
  MATCH (target)-[one:PAYS]->(a)
  WHERE ${inForce('one')}
  RETURN DISTINCT [target.id, a.id, b.id, c.id] AS loop`,
} as const;

/** The loops of up to four companies, with the deals of each leg and their amounts. */
export const moneyLoops = `
MATCH (target:Company {id: $id})
CALL (target) {${loopsOf[2]}
  UNION ${loopsOf[3]}
  UNION ${loopsOf[4]}
}
WITH loop, [at IN range(0, size(loop) - 1) | ${leg('loop[at]', 'loop[(at + 1) % size(loop)]')}] AS legs
WITH collect({loop: loop, legs: legs}) AS loops
CALL (loops) {
  UNWIND loops AS found
  UNWIND found.legs AS leg
  WITH DISTINCT leg
  MATCH (:Company {id: leg[0]})-[flow:PAYS]->(:Company {id: leg[1]})
  WHERE ${inForce('flow')}
  MATCH (deal:Deal {id: flow.dealId})
  WITH leg, collect({id: deal.id, basis: deal.amountBasis, value: deal.amountValue}) AS deals
  RETURN collect({payer: leg[0], payee: leg[1], deals: deals}) AS legs
}
RETURN [found IN loops | found.loop] AS loops, legs AS legs`;
