// What each question prints, worked out by hand on the small graphs.
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/command-line/ask.js';
import { openLocalClient } from '../../src/command-line/local-client.js';
import { questionNames } from '../../src/command-line/questions/index.js';
import { openGraph } from '../support/open-graph.js';
import { smallGraphYaml } from '../support/small-graph.js';
import { smallMoneyGraphYaml } from '../support/small-money-graph.js';

type Printed = readonly [line: string, lines: readonly string[]];

const ofSupply: readonly Printed[] = [
  [
    'compute-supply --of openai --tiers 2 --on 2025-12-01',
    [
      'TIER  SUPPLIER         GROUP            SUPPLIES TO                   DEALS',
      '1     aws              amazon           openai                        openai-aws',
      '1     coreweave        coreweave        openai                        openai-coreweave',
      '1     microsoft        microsoft        openai                        openai-microsoft',
      '2     amd              amd              microsoft                     microsoft-amd',
      '2     arm              softbank         amazon                        amazon-arm',
      '2     core-scientific  core-scientific  coreweave                     coreweave-core-scientific',
      '2     nvidia           nvidia           amazon, coreweave, microsoft  amazon-nvidia, coreweave-nvidia, microsoft-nvidia',
    ],
  ],
  [
    'exposure --to tsmc --on 2025-12-01',
    [
      'TIER  CUSTOMER   GROUP      DEPENDS ON                 DEALS',
      '1     amd        amd        tsmc                       amd-tsmc',
      '1     nvidia     nvidia     tsmc                       nvidia-tsmc',
      '2     amazon     amazon     nvidia                     amazon-nvidia',
      '2     coreweave  coreweave  nvidia                     coreweave-nvidia',
      '2     microsoft  microsoft  amd, nvidia                microsoft-amd, microsoft-nvidia',
      '3     anthropic  anthropic  aws                        anthropic-aws',
      '3     openai     openai     aws, coreweave, microsoft  openai-aws, openai-coreweave, openai-microsoft',
    ],
  ],
  [
    'choke-points --of openai --tiers 2 --on 2025-12-01',
    [
      'CATEGORY        HHI     SUPPLIER         SHARE   SOLE SUPPLIER OF',
      'CHIP_SUPPLY     6,250   nvidia           75.0%   amazon, coreweave',
      'CHIP_SUPPLY     6,250   amd              25.0%   -',
      'CLOUD_CONTRACT  3,333   amazon           33.3%   -',
      'CLOUD_CONTRACT  3,333   coreweave        33.3%   -',
      'CLOUD_CONTRACT  3,333   microsoft        33.3%   -',
      'COLOCATION      10,000  core-scientific  100.0%  coreweave',
      'IP_LICENSE      10,000  softbank         100.0%  amazon, nvidia',
      'Unavoidable for COLOCATION: core-scientific, coreweave',
      'Unavoidable for IP_LICENSE: softbank',
    ],
  ],
  [
    'shared-suppliers --companies openai,microsoft --tiers 2 --on 2025-12-01',
    [
      'SUPPLIER  TIER OF EACH',
      'amd       openai 2, microsoft 1',
      'nvidia    openai 2, microsoft 1',
      'softbank  openai 2, microsoft 2',
    ],
  ],
  [
    'paths --from microsoft --to nvidia --max-length 2 --on 2025-12-01',
    [
      'PATH  FROM       TO         FLOW     EVIDENCE',
      '1     nvidia     microsoft  GOODS    microsoft-nvidia',
      '1     microsoft  nvidia     MONEY    microsoft-nvidia',
      '2     microsoft  openai     GOODS    openai-microsoft',
      '2     microsoft  openai     MONEY    microsoft-openai',
      '2     openai     microsoft  MONEY    openai-microsoft',
      '2     microsoft  openai     CONTROL  microsoft-owns-openai',
      '2     nvidia     openai     MONEY    nvidia-openai',
    ],
  ],
  [
    'supply-changes --of openai --from 2025-06-01 --to 2026-06-01',
    [
      'CHANGE  SUPPLIER         TIER',
      'GAINED  aws              1',
      'LOST    core-scientific  2',
      'MOVED   arm              3 -> 2',
    ],
  ],
];

const ofMoney: readonly Printed[] = [
  [
    'money-loops --through lab --max-length 2 --on 2026-01-01',
    [
      'LOOP                       SMALLEST KNOWN LEG (USD)  UNKNOWN LEGS  SINCE       UNTIL       DEALS',
      'chips -> lab -> chips      5,000,000,000             0             2025-09-09  2028-12-31  chips-lab-2025, lab-chips-2025',
      'cloud -> lab -> cloud      3,000,000,000             0             2024-06-01  -           cloud-lab-2024, lab-cloud-2024, lab-cloud-lease-2025, lab-cloud-web-2025',
      'foundry -> lab -> foundry  -                         2             2025-11-01  -           foundry-lab-2025, lab-foundry',
    ],
  ],
  [
    'commitments --of lab --on 2026-01-01',
    [
      'COUNTERPARTY  BASIS     VALUE            CURRENCY  USD             DEALS',
      'chips         AT_LEAST  5,000,000,000    EUR       6,000,000,000   1',
      'cloud         TOTAL     10,000,000,000   USD       10,000,000,000  1',
      'cloud         UP_TO     4,000,000,000    USD       4,000,000,000   1',
      'cloud         PER_YEAR  1,000,000,000    USD       1,000,000,000   1',
      'foundry       TOTAL     500,000,000,000  KRW       -               1',
      'In all AT_LEAST: 5,000,000,000 EUR in 1 deal',
      'In all TOTAL: 500,000,000,000 KRW in 1 deal',
      'In all TOTAL: 10,000,000,000 USD in 1 deal',
      'In all UP_TO: 4,000,000,000 USD in 1 deal',
      'In all PER_YEAR: 1,000,000,000 USD in 1 deal',
      'Deals, also those without an amount: 5',
      'Its reported commitments are 15.0 times its revenue',
    ],
  ],
  [
    'concentration --of lab --side suppliers --on 2026-01-01',
    [
      'GROUP  SHARE  USD             DEALS',
      'cloud  70.0%  14,000,000,000  2',
      'chips  30.0%  6,000,000,000   1',
      'HHI: 5,800',
      'Deals in no share, for their worth is not known: 2',
    ],
  ],
  [
    'reciprocity --of lab --on 2026-01-01',
    [
      'COUNTERPARTY  PAID (USD)      AT MOST         RECEIVED (USD)  AT MOST        DEALS',
      'chips         6,000,000,000   6,000,000,000   -               5,000,000,000  chips-lab-2025, lab-chips-2025',
      'cloud         10,000,000,000  14,000,000,000  3,000,000,000   3,000,000,000  lab-cloud-2024, cloud-lab-2024, lab-cloud-lease-2025, lab-cloud-web-2025',
      'foundry       -               -               -               -              lab-foundry, foundry-lab-2025',
    ],
  ],
  [
    'timeline --of lab --to 2025-04 --on 2026-01-01',
    [
      'DAY         TYPE    ID                    WHAT',
      '2024-05-10  DEAL    lab-cloud-2024        Computing.',
      '2024-06-01  DEAL    cloud-lab-2024        Money for computing.',
      '2024-06-01  DEAL    fund-lab-2024         Money.',
      '2025-02-01  DEAL    lab-cloud-lease-2025  A hall.',
      '2025-02-01  METRIC  lab-revenue-2024      REVENUE of FY2024: 2,000,000,000 USD',
      '2025-03-01  EVENT   lab-opens             It opens.',
      '2025-04-01  DEAL    lab-foundry           Design.',
    ],
  ],
];

describe.each([
  ['a small supply chain', smallGraphYaml, ofSupply],
  ['a small graph of money', smallMoneyGraphYaml, ofMoney],
] as const)('of %s', async (_name, facts, tables) => {
  const { store } = await openGraph(facts);
  const connect = () => openLocalClient(async () => ({ ...store, close: async () => undefined }));

  it.each(tables)('%s', async (line, lines) => {
    const printed: string[] = [];
    const told: string[] = [];
    const output = { print: (text: string) => printed.push(text), tell: (text: string) => told.push(text) };
    await ask(line.split(' '), output, connect);
    expect({ printed, told }).toEqual({ printed: lines, told: [] });
  });
});

it('there is a table of every question', () => {
  const asked = [...ofSupply, ...ofMoney].map(([line]) => line.split(' ')[0]);
  expect(asked.sort()).toEqual([...questionNames].sort());
});
