/** The questions that follow goods, money and control either way, as one statement each. */
import { inForce } from './in-force.js';

const TIES = 'SUPPLIES|PAYS|OWNS';

const pathsOf = (length: number): string => {
  const between = Array.from({ length: length - 1 }, (_, at) => `step${at + 1}`);
  const steps = ['source', ...between, 'target'];
  const before = `found${length - 1}`;
  const walk = steps.slice(1).map((next, at) => {
    const bound = steps.slice(0, at + 2);
    const isNew =
      next === 'target' ? [] : [...steps.slice(0, at + 1), 'target'].map((known) => `${next} <> ${known}`);
    return `
  MATCH (${steps[at]})-[flow${at}:${TIES}]-(${next}${next === 'target' ? '' : ':Company'})
  WHERE ${[inForce(`flow${at}`), ...isNew].join(' AND ')}
  WITH DISTINCT ${[...new Set([...bound, 'target', before])].join(', ')}`;
  });
  return `
CALL (source, target, ${before}) {
  WITH source, target, ${before}
  WHERE size(${before}) < 10
  ${walk.join('')}
  WITH ${before}, [${steps.map((step) => `${step}.id`).join(', ')}] AS path
  ORDER BY path
  LIMIT 10
  RETURN collect(path) AS more${length}
}
WITH source, target, ${before} + more${length} AS found${length}`;
};

/** The ten shortest paths of up to four steps; a length is looked for only where the shorter ones were too few. */
export const paths = `
MATCH (source:Company {id: $from})
MATCH (target:Company {id: $to})
WITH source, target, [] AS found0
${[1, 2, 3, 4].map(pathsOf).join('')}
WITH found4[..10] AS paths
CALL (paths) {
  UNWIND paths AS path
  UNWIND range(0, size(path) - 2) AS at
  WITH DISTINCT path[at] AS one, path[at + 1] AS other
  MATCH (:Company {id: one})-[flow:${TIES}]-(:Company {id: other})
  WHERE ${inForce('flow')}
  WITH startNode(flow).id AS from, endNode(flow).id AS to, type(flow) AS flow, collect(flow.dealId) AS deals
  RETURN collect({from: from, to: to, flow: flow, deals: deals}) AS hops
}
RETURN paths AS paths, hops AS hops`;

/** The companies next to one, and all that goes between any two of them. */
export const neighbourhood = `
MATCH (middle:Company {id: $id})
CALL (middle) {
  MATCH (middle)-[flow:${TIES}]-(near:Company)
  WHERE ${inForce('flow')} AND near <> middle
  RETURN collect(DISTINCT near) AS around
}
WITH [middle] + around AS nodes
CALL (nodes) {
  UNWIND nodes AS one
  MATCH (one)-[flow:${TIES}]->(other:Company)
  WHERE ${inForce('flow')} AND other IN nodes AND other <> one
  WITH one.id AS from, other.id AS to, type(flow) AS flow, collect(flow.dealId) AS deals
  RETURN collect({from: from, to: to, flow: flow, deals: deals}) AS edges
}
RETURN [node IN nodes | node.id] AS nodes, edges`;

/** The first hundred deals, events and figures, the earliest first. Figures are known from days that no property holds. */
export const timeline = `
MATCH (company:Company {id: $id})
CALL (company) {
  MATCH (company)-[flow:PAYS]-(:Company)
  WHERE flow.signedDay > 0 AND flow.rumoured = false
  WITH DISTINCT flow.dealId AS id, flow.signedDay AS day
  ORDER BY day, id LIMIT 100
  RETURN collect({id: id, day: day}) AS deals
}
CALL (company) {
  MATCH (company)<-[:CONCERNS]-(event:Event)
  WITH DISTINCT event.id AS id, event.onDay AS day
  ORDER BY day, id LIMIT 100
  RETURN collect({id: id, day: day}) AS events
}
CALL (company) {
  MATCH (company)<-[:MEASURES]-(metric:Metric)
  RETURN collect({id: metric.id, period: metric.period, asOf: metric.asOf}) AS metrics
}
RETURN deals, events, metrics`;
