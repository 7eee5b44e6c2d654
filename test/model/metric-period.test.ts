import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.js';
import { endOfPeriod, isFullYear, knownFrom } from '../../src/model/metric-period.js';

describe('a period', () => {
  it('ends on the last day that it can mean', () => {
    const periods = [
      'FY2025',
      '2025',
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2025-H1',
      '2025-H2',
      '2024-02',
    ];
    expect([...periods, '2025-10-28'].map(endOfPeriod)).toEqual([
      2025_12_31, 2025_12_31, 2025_03_31, 2025_06_30, 2025_09_30, 2025_12_31, 2025_06_30, 2025_12_31,
      2024_02_29, 2025_10_28,
    ]);
  });

  it('is a full year or a part of one', () => {
    expect(['FY2025', '2025', '2025-Q4', '2025-H1', '2025-10', '2025-10-28'].map(isFullYear)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is known when somebody said so, else when it is over', () => {
    expect(knownFrom('FY2025', '2026-02' as Day)).toBe(2026_02_01);
    expect(knownFrom('FY2025', undefined)).toBe(2025_12_31);
  });
});
