// The measure between words against published values, and between names against what a reader would say.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaro, jaroWinkler } from '../../src/records/jaro-winkler.js';
import { nameSimilarity, toComparableName, wordSimilarity } from '../../src/records/name-similarity.js';

const between = (one: string, other: string): number =>
  nameSimilarity(toComparableName(one), toComparableName(other));

describe('Jaro-Winkler', () => {
  // From the tables in Winkler's papers for the U.S. Census Bureau.
  it.each([
    ['SHACKLEFORD', 'SHACKELFORD', 0.97, 0.982],
    ['DUNNINGHAM', 'CUNNIGHAM', 0.896, 0.896],
    ['NICHLESON', 'NICHULSON', 0.926, 0.956],
    ['JONES', 'JOHNSON', 0.79, 0.832],
    ['MASSEY', 'MASSIE', 0.889, 0.933],
    ['ABROMS', 'ABRAMS', 0.889, 0.922],
    ['JERALDINE', 'GERALDINE', 0.926, 0.926],
    ['MARHTA', 'MARTHA', 0.944, 0.961],
    ['MICHELLE', 'MICHAEL', 0.869, 0.921],
    ['JULIES', 'JULIUS', 0.889, 0.933],
    ['TANYA', 'TONYA', 0.867, 0.88],
    ['DWAYNE', 'DUANE', 0.822, 0.84],
    ['SEAN', 'SUSAN', 0.783, 0.805],
  ])('of %s and %s is as published', (one, other, plain, boosted) => {
    expect(jaro(one, other)).toBeCloseTo(plain, 3);
    expect(jaroWinkler(one, other)).toBeCloseTo(boosted, 3);
  });

  it('is 1 for equal words and 0 for words without a common letter', () => {
    expect(jaroWinkler('same', 'same')).toBe(1);
    expect(jaroWinkler('abc', 'xyz')).toBe(0);
    expect(jaroWinkler('', 'abc')).toBe(0);
  });
});

describe('two words', () => {
  it.each([
    ['nvdia', 'nvidia'],
    ['tmsc', 'tsmc'],
    ['mata', 'meta'],
    ['semiconducter', 'semiconductor'],
  ])('%s and %s are alike', (one, other) => {
    expect(wordSimilarity(one, other)).toBeGreaterThan(0.83);
  });

  it.each([
    ['micron', 'microsoft'],
    ['core', 'coreweave'],
    ['arm', 'aramco'],
    ['gb200', 'gb300'],
    ['h100', '100'],
    ['2025', '2026'],
  ])('%s and %s are not', (one, other) => {
    expect(wordSimilarity(one, other)).toBe(0);
  });
});

describe('two names', () => {
  it.each([
    ['NVIDIA', 'Nvidia Corp.'],
    ['The Boeing Company', 'Boeing'],
    ['S.A.P. SE', 'SAP'],
    ['Ørsted A/S', 'Orsted'],
    ['三星电子股份有限公司', '三星电子'],
  ])('%s and %s are the same', (one, other) => {
    expect(between(one, other)).toBe(1);
  });

  it.each([
    ['CoreWeave', 'Core Weave'],
    ['Applied Materials', 'Materials Applied'],
  ])('%s and %s are almost the same', (one, other) => {
    expect(between(one, other)).toBe(0.99);
  });

  it('differ less in a common word than in a telling one', () => {
    expect(between('Helios', 'Helios Group')).toBeGreaterThan(between('Helios', 'Helios Aurora'));
  });

  it('are as alike one way as the other, from 0 to 1, and 1 to themselves', () => {
    const name = fc.array(fc.stringMatching(/^[a-e0-9阿里]{1,6}$/u), { maxLength: 4 });
    fc.assert(
      fc.property(name, name, (one, other) => {
        const similarity = between(one.join(' '), other.join(' '));
        expect(similarity).toBeCloseTo(between(other.join(' '), one.join(' ')), 10);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(between(one.join(' '), one.join(' '))).toBe(1);
      }),
    );
  });
});
