// The words of texts and of company names.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameWordsOf } from '../../src/model/company-name.js';
import { wordsOf } from '../../src/model/words.js';

describe('the words of a text', () => {
  it.each([
    ['Société Générale S.A.', ['societe', 'generale', 'sa']],
    ["OpenAI's U.S. sites, x.ai & J.P. Morgan", ['openai', 'us', 'sites', 'x', 'ai', 'jp', 'morgan']],
    ['Ørsted, Straße, Łódź, İstanbul', ['orsted', 'strasse', 'lodz', 'istanbul']],
    ['NVIDIA™ GB200®', ['nvidia', 'gb200']],
    ['ΕΛΛΗΝΙΚΟΣ', ['ελληνικοσ']],
    ['Ελληνικός', ['ελληνικοσ']],
    ['ＴＳＭＣ台積電', ['tsmc', '台積電']],
    ['パナソニック・ガス', ['パナソニック', 'ガス']],
    ['엔비디아 코리아', ['엔비디아', '코리아']],
    ['हिन्दी', ['हिन्दी']],
    ['— … !', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('do not depend on what other scripts stand beside them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(wordsOf(`é ${text}`)).toEqual(['e', ...wordsOf(text)]);
      }),
    );
  });

  it('stay as they are when taken again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = wordsOf(text);
        expect(wordsOf(words.join(' '))).toEqual(words);
      }),
    );
  });
});

describe('the words of a company name', () => {
  it.each([
    ['NVIDIA Corp.', ['nvidia']],
    ['Taiwan Semiconductor Manufacturing Co., Ltd.', ['taiwan', 'semiconductor', 'manufacturing']],
    ['Siemens Energy AG', ['siemens', 'energy']],
    ['Foo GmbH & Co. KG', ['foo']],
    ['América Móvil, S.A.B. de C.V.', ['america', 'movil']],
    ['Allegro sp. z o.o.', ['allegro']],
    ['Novo Nordisk A/S', ['novo', 'nordisk']],
    ['PT Telkom Tbk', ['telkom']],
    ['ООО Яндекс', ['яндекс']],
    ['株式会社日立製作所', ['日立製作所']],
    ['(株)日立製作所', ['日立製作所']],
    ['㈱日立', ['日立']],
    ['주식회사 네이버', ['네이버']],
    ['华为技术有限公司', ['华为技术']],
    ['英伟达(中国)有限公司', ['英伟达', '中国']],
    ['Co., Ltd.', ['co', 'ltd']],
    ['有限公司', ['有限公司']],
  ])('%s', (name, words) => {
    expect(nameWordsOf(name)).toEqual(words);
  });
});
