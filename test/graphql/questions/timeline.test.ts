// What a timeline tells over HTTP, worked out by hand on the small graph of money.
import { expect, it } from 'vitest';
import { ask } from '../../support/ask.js';
import { shareServerWith } from '../../support/running-server.js';
import { smallMoneyGraphYaml } from '../../support/small-money-graph.js';
import { all } from './identified.js';

const server = shareServerWith(smallMoneyGraphYaml);

it('timeline tells deals, events and figures in order of time, each as the record that it is', async () => {
  const query = `{ timeline(of: ["lab"], to: "2025-04", first: 7, on: "2026-01-01") {
    of { id }
    entries { day type record { __typename id } }
    truncated
  } }`;
  const entry = (day: string, type: string, __typename: string, id: string) => ({
    day,
    type,
    record: { __typename, id },
  });
  expect(await ask(server.url, query)).toEqual({
    timeline: {
      of: all('lab'),
      entries: [
        entry('2024-05-10', 'DEAL', 'CloudContract', 'lab-cloud-2024'),
        entry('2024-06-01', 'DEAL', 'Investment', 'cloud-lab-2024'),
        entry('2024-06-01', 'DEAL', 'Investment', 'fund-lab-2024'),
        entry('2025-02-01', 'DEAL', 'FacilityContract', 'lab-cloud-lease-2025'),
        entry('2025-02-01', 'METRIC', 'Metric', 'lab-revenue-2024'),
        entry('2025-03-01', 'EVENT', 'Event', 'lab-opens'),
        entry('2025-04-01', 'DEAL', 'ComponentSupply', 'lab-foundry'),
      ],
      truncated: false,
    },
  });
});
