// What the text index holds of a record, and what is looked for in it.
import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../src/model/kind.js';
import { kindOf } from '../../src/model/registry.js';
import { searchTermsOf, searchTextOf } from '../../src/records/search-text.js';

const textOf = (kind: string, values: Readonly<Record<string, string | readonly string[]>>): string[] =>
  searchTextOf(kindOf(kind), { id: 'x', kind, version: 1, ...values } as AnyRecord).split(' ');

const termsOf = (text: string, kinds?: readonly string[]): string[] => searchTermsOf(text, kinds).split(' ');

describe('the text of a record', () => {
  it('has the words of its names, its code and its summary, and the grams of its names and its id', () => {
    const terms = textOf('COMPANY', {
      id: 'aws',
      name: 'AWS Inc.',
      ticker: 'NYSE:ZZ',
      summary: 'Rents computers.',
    });
    expect(terms).toEqual([
      ...['aws', 'inc', 'nyse', 'zz', 'aws', 'rents', 'computers'],
      ...['q1aw', 'q0aws', 'q2ws', 'q1aw', 'q0aws', 'q2ws'],
    ]);
  });

  it('of a deal has the grams of the parties in its id under marks of their own, and none of numbers', () => {
    expect(textOf('CLOUD_CONTRACT', { id: 'ab-cd-2025-11', summary: 'Rents.' })).toEqual([
      ...['ab', 'cd', '2025', '11', 'rents'],
      ...['q4ab', 'q5ab', 'q4cd', 'q5cd'],
    ]);
  });

  it('of a source has words only', () => {
    expect(textOf('SOURCE', { id: 'press-1', publisher: 'Press', title: 'On Nvidia' })).toEqual([
      'on',
      'nvidia',
      'press',
      'press',
      '1',
    ]);
  });

  it('of a name without spaces has its pairs of signs', () => {
    expect(textOf('COMPANY', { name: '阿里云计算有限公司', id: 'ali' })).toEqual(
      expect.arrayContaining(['阿里', '里云', '云计', '计算', 'q1阿', 'q0阿里', 'q0计算', 'q2算']),
    );
  });
});

describe('the terms of a search', () => {
  it('are words, neighbours in one, and grams, each once', () => {
    expect(termsOf('xy zw xy', ['COMPANY'])).toEqual([
      ...['xy', 'zw', 'xyzw', 'zwxy'],
      ...['q1xy', 'q2xy', 'q1zw', 'q2zw'],
    ]);
  });

  it('have grams of the kinds looked for only', () => {
    expect(termsOf('aws', ['CHIP'])).toEqual(['aws', 'q1aw', 'q0aws', 'q2ws']);
    expect(termsOf('aws', ['INVESTMENT'])).toEqual(['aws', 'q4aw', 'q3aws', 'q5ws']);
    expect(termsOf('aws', ['SOURCE'])).toEqual(['aws']);
    expect(new Set(termsOf('aws'))).toEqual(
      new Set(['aws', 'q1aw', 'q0aws', 'q2ws', 'q4aw', 'q3aws', 'q5ws']),
    );
  });

  it('leave out what tells little, unless there is nothing else', () => {
    expect(termsOf('the Ab Group, Inc.', ['SOURCE'])).toEqual(['ab', 'group', 'abgroup']);
    expect(termsOf('Ab Group', ['CHIP'])).not.toContain('q1gr');
    expect(termsOf('Group', ['CHIP'])).toContain('q1gr');
    expect(termsOf('Inc.', ['CHIP'])).toContain('inc');
  });

  it('share most of their grams with what is spelt nearly alike', () => {
    const right = new Set(termsOf('nvidia', ['COMPANY']));
    const shared = termsOf('nvdia', ['COMPANY']).filter((term) => right.has(term));
    expect(shared).toEqual(['q1nv', 'q0dia', 'q2ia']);
  });

  it('have letters and digits only, so that no engine reads them as a command', () => {
    const terms = searchTermsOf('"a" OR *:* && (b~2)^3 -c +d\\ [e TO f] {g} !h /i/');
    expect(terms).toMatch(/^[a-z0-9 ]+$/);
  });

  it('are at most 120, however long the text', () => {
    const text = Array.from({ length: 60 }, (_, at) => `word${String.fromCharCode(97 + (at % 26))}x${at}`);
    expect(termsOf(text.join(' ')).length).toBe(120);
  });

  it('are none for a text without words', () => {
    expect(searchTermsOf('… !')).toBe('');
  });
});
