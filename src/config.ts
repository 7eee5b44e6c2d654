/** The configuration: read once from the environment, checked, and frozen. The only file that reads `process.env`. */
import { z } from 'zod';
import { accessVariables, findIssuerFaults } from './config/access-variables.js';
import { answeringVariables } from './config/answering-variables.js';
import { liveVariables } from './config/live-variables.js';
import { protectionVariables } from './config/protection-variables.js';
import { text, whole } from './config/variable.js';

const schema = z
  .object({
    HOST: text('127.0.0.1').describe('The address to listen on.'),
    PORT: whole(4000, 0, 65_535).describe('The port to listen on; 0 takes a free one.'),
    DATA_DIR: text('var').describe('The folder of the embedded graph, when there is no NEO4J_URI.'),
    NEO4J_URI: z
      .string()
      .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\//, 'write bolt://host:7687, or neo4j+s://host for a cluster')
      .optional()
      .describe(
        'The Neo4j to use: bolt://host:7687, or neo4j+s://host for a cluster. Absent: the embedded graph.',
      ),
    NEO4J_USER: z.string().optional().describe('The user of Neo4j. Absent: no authentication.'),
    NEO4J_PASSWORD: z.string().optional().describe("The user's password."),
    NEO4J_DATABASE: z.string().optional().describe("The database; Neo4j's default if absent."),
    NEO4J_POOL_SIZE: whole(50, 1, 1000).describe('Connections to Neo4j at most.'),
    SEED: z.enum(['auto', 'never']).default('auto').describe('auto: an empty graph is filled from the seed.'),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info')
      .describe('How much is logged.'),
    ...answeringVariables,
    ...accessVariables,
    ...protectionVariables,
    ...liveVariables,
  })
  .superRefine((config, context) => {
    for (const { variable, message } of findIssuerFaults(config)) {
      context.addIssue({ code: 'custom', path: [variable], message });
    }
    if (config.WEBHOOK_URLS.length > 0 && config.WEBHOOK_SECRET === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['WEBHOOK_SECRET'],
        message: 'WEBHOOK_URLS needs it, for what is delivered is signed',
      });
    }
  })
  .readonly();

export type Config = z.infer<typeof schema>;

/** Every variable with its meaning and default, for the documentation. */
export const configVariables = Object.entries(schema.unwrap().shape).map(([name, variable]) => ({
  name,
  meaning: variable.description ?? '',
  fallback: variable.safeParse(undefined).data,
}));

/** Throws with a line for each variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  // An empty variable is one that somebody did not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The configuration is wrong.\n${faults.join('\n')}`);
}

/** The API key that the command line sends to a server; none if it is not set. */
export const readClientKey = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined => environment.AI_INFRA_GRAPH_KEY || undefined;
