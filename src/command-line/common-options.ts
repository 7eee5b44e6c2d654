/** The options of all commands that ask, whomever they ask. */
export const commonOptions = {
  json: { type: 'boolean', shows: '--json', description: 'Print the data of the answer as JSON.' },
  server: {
    type: 'string',
    shows: '--server <URL>',
    description: 'Ask the server at this address; without it, the graph of the configuration is opened.',
  },
  key: {
    type: 'string',
    shows: '--key <KEY>',
    description: 'The API key for the server; better in AI_INFRA_GRAPH_KEY, for others see what you type.',
  },
  help: { type: 'boolean', shows: '--help', description: 'Show this.' },
} as const;
