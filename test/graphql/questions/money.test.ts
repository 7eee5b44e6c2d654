// What the questions about money answer over HTTP, every field of it, worked out by hand on the small graph of money.
import { expect, it } from 'vitest';
import { ask } from '../../support/ask.js';
import { shareServerWith } from '../../support/running-server.js';
import { smallMoneyGraphYaml } from '../../support/small-money-graph.js';
import { all, one } from './identified.js';

const server = shareServerWith(smallMoneyGraphYaml);

const billion = 1_000_000_000;
const inDollars = { rates: all(), unconverted: 0 };

it('commitments tells sums by whom, for what and in which year, beside what is reported', async () => {
  const sums = 'sums { currency basis value usd rates { id } deals } deals { id }';
  const query = `{ commitments(of: "lab", on: "2026-01-01") {
    of { id } ${sums}
    byCounterparty { counterparty { id } ${sums} }
    byKind { kind ${sums} }
    byYear { year ${sums} }
    reported { id } revenue { id } timesRevenue
    explored truncated
  } }`;
  const dollars = (basis: string, value: number) => ({
    currency: 'USD',
    basis,
    value,
    usd: value,
    rates: all(),
    deals: 1,
  });
  const euros = {
    currency: 'EUR',
    basis: 'AT_LEAST',
    value: 5 * billion,
    usd: 6 * billion,
    rates: all('eur-usd-2025-06'),
    deals: 1,
  };
  const won = { currency: 'KRW', basis: 'TOTAL', value: 500 * billion, usd: null, rates: all(), deals: 1 };
  const [total, ceiling, yearly] = [
    dollars('TOTAL', 10 * billion),
    dollars('UP_TO', 4 * billion),
    dollars('PER_YEAR', billion),
  ];
  const [first, lease, web] = ['lab-cloud-2024', 'lab-cloud-lease-2025', 'lab-cloud-web-2025'];
  expect(await ask(server.url, query)).toEqual({
    commitments: {
      of: one('lab'),
      sums: [euros, won, total, ceiling, yearly],
      deals: all('lab-chips-2025', first, lease, web, 'lab-foundry'),
      byCounterparty: [
        { counterparty: one('chips'), sums: [euros], deals: all('lab-chips-2025') },
        { counterparty: one('cloud'), sums: [total, ceiling, yearly], deals: all(first, lease, web) },
        { counterparty: one('foundry'), sums: [won], deals: all('lab-foundry') },
      ],
      byKind: [
        { kind: 'CLOUD_CONTRACT', sums: [total, ceiling], deals: all(first, web) },
        { kind: 'CHIP_SUPPLY', sums: [euros], deals: all('lab-chips-2025') },
        { kind: 'COMPONENT_SUPPLY', sums: [won], deals: all('lab-foundry') },
        { kind: 'FACILITY_CONTRACT', sums: [yearly], deals: all(lease) },
      ],
      byYear: [
        { year: 2024, sums: [total], deals: all(first) },
        { year: 2025, sums: [euros, ceiling, yearly], deals: all('lab-chips-2025', lease, web) },
        // No announcement began the design that it has been paying for since April 2025.
        { year: null, sums: [won], deals: all('lab-foundry') },
      ],
      reported: all('lab-commitments-2025-11'),
      revenue: all('lab-run-rate-2025-10', 'lab-revenue-2024'),
      // 60 billion over 4.
      timesRevenue: 15,
      explored: 5,
      truncated: false,
    },
  });
});

it('concentration tells shares, their dollars and the rates of these, and how many deals are in none', async () => {
  const query = `{ concentration(of: "lab", side: SUPPLIERS, on: "2026-01-01") {
    of { id } hhi
    shares { group { id } usd deals share }
    unknown rates { id } explored truncated
  } }`;
  expect(await ask(server.url, query)).toEqual({
    concentration: {
      of: one('lab'),
      hhi: expect.closeTo(70 * 70 + 30 * 30, 6),
      shares: [
        { group: one('cloud'), usd: 14 * billion, deals: 2, share: 0.7 },
        { group: one('chips'), usd: 6 * billion, deals: 1, share: 0.3 },
      ],
      // A yearly rent, and won for which there is no rate.
      unknown: 2,
      rates: all('eur-usd-2025-06'),
      explored: 5,
      truncated: false,
    },
  });
});

it('reciprocity tells what goes out to each counterparty beside what comes in from it', async () => {
  const oneWay = '{ knownUsd ceilingUsd unconverted rates { id } deals { id } }';
  const query = `{ reciprocity(of: "lab", on: "2026-01-01") {
    of { id }
    reciprocals { counterparty { id } moneyOut ${oneWay} moneyIn ${oneWay} deals { id } }
    explored truncated
  } }`;
  const [first, lease, web] = ['lab-cloud-2024', 'lab-cloud-lease-2025', 'lab-cloud-web-2025'];
  const nobodyKnows = { knownUsd: null, ceilingUsd: null, rates: all() };
  expect(await ask(server.url, query)).toEqual({
    reciprocity: {
      of: one('lab'),
      reciprocals: [
        {
          counterparty: one('chips'),
          moneyOut: {
            knownUsd: 6 * billion,
            ceilingUsd: 6 * billion,
            unconverted: 0,
            rates: all('eur-usd-2025-06'),
            deals: all('lab-chips-2025'),
          },
          moneyIn: {
            knownUsd: null,
            ceilingUsd: 5 * billion,
            ...inDollars,
            deals: all('chips-lab-2025'),
          },
          deals: all('chips-lab-2025', 'lab-chips-2025'),
        },
        {
          counterparty: one('cloud'),
          moneyOut: {
            knownUsd: 10 * billion,
            ceilingUsd: 14 * billion,
            ...inDollars,
            deals: all(first, lease, web),
          },
          moneyIn: {
            knownUsd: 3 * billion,
            ceilingUsd: 3 * billion,
            ...inDollars,
            deals: all('cloud-lab-2024'),
          },
          deals: all(first, 'cloud-lab-2024', lease, web),
        },
        {
          counterparty: one('foundry'),
          moneyOut: { ...nobodyKnows, unconverted: 1, deals: all('lab-foundry') },
          moneyIn: { ...nobodyKnows, unconverted: 0, deals: all('foundry-lab-2025') },
          deals: all('lab-foundry', 'foundry-lab-2025'),
        },
      ],
      explored: 9,
      truncated: false,
    },
  });
});

it('moneyLoops tells each loop with its legs, what they come to and when all hold', async () => {
  const query = `{ moneyLoops(through: "lab", maxLength: 2, on: "2026-01-01") {
    loops {
      companies { id }
      legs { payer { id } payee { id } deals { id } knownUsd ceilingUsd unconverted rates { id } }
      unknownLegs smallestKnownLegUsd since until
    }
    explored truncated
  } }`;
  const leg = (payer: string, payee: string, ...deals: string[]) => ({
    payer: one(payer),
    payee: one(payee),
    deals: all(...deals),
    ...inDollars,
  });
  expect(await ask(server.url, query)).toEqual({
    moneyLoops: {
      loops: [
        {
          companies: all('chips', 'lab'),
          legs: [
            { ...leg('chips', 'lab', 'chips-lab-2025'), knownUsd: null, ceilingUsd: 5 * billion },
            {
              ...leg('lab', 'chips', 'lab-chips-2025'),
              knownUsd: 6 * billion,
              ceilingUsd: 6 * billion,
              rates: all('eur-usd-2025-06'),
            },
          ],
          unknownLegs: 0,
          smallestKnownLegUsd: 5 * billion,
          since: '2025-09-09',
          until: '2028-12-31',
        },
        {
          companies: all('cloud', 'lab'),
          legs: [
            { ...leg('cloud', 'lab', 'cloud-lab-2024'), knownUsd: 3 * billion, ceilingUsd: 3 * billion },
            {
              ...leg('lab', 'cloud', 'lab-cloud-2024', 'lab-cloud-lease-2025', 'lab-cloud-web-2025'),
              knownUsd: 10 * billion,
              ceilingUsd: 14 * billion,
            },
          ],
          unknownLegs: 0,
          smallestKnownLegUsd: 3 * billion,
          since: '2024-06-01',
          until: null,
        },
        {
          companies: all('foundry', 'lab'),
          legs: [
            { ...leg('foundry', 'lab', 'foundry-lab-2025'), knownUsd: null, ceilingUsd: null },
            {
              ...leg('lab', 'foundry', 'lab-foundry'),
              knownUsd: null,
              ceilingUsd: null,
              unconverted: 1,
            },
          ],
          unknownLegs: 2,
          smallestKnownLegUsd: null,
          since: '2025-11-01',
          until: null,
        },
      ],
      // What the lab pays, and what it is paid: five deals and four.
      explored: 9,
      truncated: false,
    },
  });
});
