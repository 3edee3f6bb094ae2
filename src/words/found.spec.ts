import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { samples } from '../../test/many-scripts.js';
import { hitsIn } from './hits.js';
import { parseWordsQuery } from './words-query.js';

const finds = (query: string, text: string) => hitsIn([text], parseWordsQuery(query)) !== undefined;
const WORD = /[\p{L}\p{N}\p{M}]+(?:\p{Default_Ignorable_Code_Point}+[\p{L}\p{N}\p{M}]+)*/gu;
const withSoftHyphens = (text: string) => [...text].join('\u00ad');
// The iota below a vowel goes as accents do; beside it, in upper case, it is a letter.
const upper = (text: string) => text.normalize('NFD').replaceAll('\u0345', '').toUpperCase();

const spellings: readonly [string, (text: string) => string][] = [
  ['as it stands', (text) => text],
  ['composed', (text) => text.normalize('NFC')],
  ['decomposed', (text) => text.normalize('NFD')],
  ['in upper case', upper],
  ['in lower case', (text) => text.toLowerCase()],
  ['with soft hyphens', withSoftHyphens],
];

describe.each(samples.map((sample) => [sample.text, sample] as const))(
  '%s',
  (text, { foundBy = [], notBy = [] }) => {
    it.each(spellings)('finds itself %s', (_how, spelled) => {
      expect(finds(spelled(text), text)).toBe(true);
      expect(finds(text, spelled(text))).toBe(true);
      expect(finds(`"${spelled(text)}"`, text)).toBe(true);
    });

    it('is found by each of its words, and says where', () => {
      for (const [word] of text.matchAll(WORD)) {
        const hits = hitsIn([text], parseWordsQuery(word))?.flat() ?? [];
        expect([word, hits.some(([from, to]) => text.slice(from, to).includes(word))]).toEqual([word, true]);
      }
    });

    it('is found by what it is plainly spelled like, and not by other words', () => {
      for (const query of foundBy) expect([query, finds(query, text)]).toEqual([query, true]);
      for (const query of notBy) expect([query, finds(query, text)]).toEqual([query, false]);
    });
  },
);

describe('every text of Unicode', () => {
  const anyText = fc.string({ unit: 'binary' });

  it('finds itself, quoted or not', () => {
    fc.assert(
      fc.property(anyText, (text) => finds(text, text) && finds(`"${text}"`, text)),
      { numRuns: 2000 },
    );
  });

  it('finds itself composed, decomposed and with soft hyphens', () => {
    fc.assert(
      fc.property(
        anyText,
        (text) =>
          finds(text.normalize('NFC'), text) &&
          finds(text.normalize('NFD'), text) &&
          finds(withSoftHyphens(text), text),
      ),
      { numRuns: 2000 },
    );
  });
});
