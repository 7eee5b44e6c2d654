/** How companies are tied to each other: along paths, and all around one of them. */
import { Int } from 'type-graphql';
import {
  MAX_DEPTH,
  MAX_EDGES,
  MAX_NODES,
  type Neighbour,
  type Neighbourhood,
  type NeighbourhoodQuestion,
  neighbourhood,
} from '../../questions/neighbourhood.js';
import {
  MAX_LENGTH,
  MAX_PATHS,
  type Path,
  type Paths,
  type PathsQuestion,
  paths,
} from '../../questions/paths.js';
import type { Hop } from '../../questions/ties.js';
import { answerType, companies, company, deals, records, value } from '../types/answer.js';
import { checkId, optional } from '../types/arguments.js';
import type { GraphQLClass } from '../types/decorate.js';
import { dealKind, enumOf, flowType } from '../types/enums.js';
import { boundsWithStakes } from './explored.js';
import { defineQuestion } from './question.js';
import { companyArgument, groupScope } from './question-arguments.js';

const hop = answerType<Hop>('Hop', 'What flows from one group to another, in its true direction.', {
  from: company('Where it comes from.', (root) => root.from),
  to: company('Where it goes.', (root) => root.to),
  flow: value(() => flowType, 'What flows: goods, money or control.'),
  deals: deals('The deals behind it, by id; none for control.', (root) => root.deals),
  ownerships: records(
    'Ownership',
    'The ownerships behind it, by id; none for goods and money.',
    (root) => root.ownerships,
  ),
});

const path = answerType<Path>('Path', 'A row of groups, each tied to the next.', {
  companies: companies('The groups, from the one asked about first to the other.', (root) => root.companies),
  hops: value(() => [hop.type], 'All that flows between each of them and the next, step by step.'),
});

const pathsAnswer = answerType<Paths>('Paths', 'How two companies are connected.', {
  paths: value(() => [path.type], 'The paths: the shortest first, then by ids.'),
  ...boundsWithStakes,
});

const neighbour = answerType<Neighbour>('Neighbour', 'A group near the company asked about.', {
  company: company('The company that stands for the group.', (root) => root.company),
  distance: value(() => Int, 'How many steps it is away; 0 is the company itself.'),
});

const neighbourhoodAnswer = answerType<Neighbourhood>(
  'Neighbourhood',
  'The companies around one, and what flows between them: what a drawing needs.',
  {
    of: company('The company asked about.', (root) => root.of),
    nodes: companies(`The groups, the nearest first; at most ${MAX_NODES}.`, (root) =>
      root.nodes.map((node) => node.company),
    ),
    neighbours: {
      ...value(() => [neighbour.type], 'The same groups, each with its distance.'),
      resolve: (root) => root.nodes,
    },
    edges: value(() => [hop.type], `What flows between them; at most ${MAX_EDGES}.`),
    ...boundsWithStakes,
  },
);

const flowsArgument = optional(
  'flows',
  () => [flowType],
  'Only these flows; goods, money and control if left out.',
);
const kindsArgument = optional(
  'kinds',
  () => [enumOf(dealKind)],
  'Count only these kinds of deal; all if left out. Control counts all the same.',
);
const scope = [flowsArgument, kindsArgument, ...groupScope];

export const connectionQuestions: readonly GraphQLClass[] = [
  ...defineQuestion({
    name: 'paths',
    description:
      'How two companies are connected over goods, money and control, whichever way they flow; the shortest path first. Example: `paths(from: "mistral-ai", to: "asml") { paths { companies { name } hops { flow deals { summary } } } }`.',
    args: [
      companyArgument('from', 'The id of the one company: "mistral-ai".'),
      companyArgument('to', 'The id of the other: "asml".'),
      optional(
        'maxLength',
        () => Int,
        `How many steps a path has at most: 1 to ${MAX_LENGTH}; 4 if left out.`,
      ),
      optional('limit', () => Int, `How many paths: 1 to ${MAX_PATHS}; 10 if left out.`),
      ...scope,
    ],
    answer: pathsAnswer,
    parts: [path, hop],
    resolve: (args, { graph, signal }) => {
      const [from, to] = [checkId(args.from, 'from'), checkId(args.to, 'to')];
      return paths(graph, { ...args, from, to } as PathsQuestion, { signal });
    },
  }),
  ...defineQuestion({
    name: 'neighbourhood',
    description:
      'The companies around one and what flows between them, for drawing. Example: `neighbourhood(of: "anthropic") { nodes { id } edges { flow from { id } to { id } } }`.',
    args: [
      companyArgument('of', 'The id of the company in the middle: "anthropic".'),
      optional('depth', () => Int, `How many steps to go: 1 to ${MAX_DEPTH}; 1 if left out.`),
      ...scope,
    ],
    answer: neighbourhoodAnswer,
    parts: [neighbour],
    resolve: (args, { graph, signal }) =>
      neighbourhood(graph, { ...args, of: checkId(args.of, 'of') } as NeighbourhoodQuestion, { signal }),
  }),
];
