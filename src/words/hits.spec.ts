import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hitsIn } from './hits.js';
import { tokensOf } from './tokenizer.js';
import { parseWordsQuery } from './words-query.js';

const found = (query: string, ...texts: string[]) => hitsIn(texts, parseWordsQuery(query));

describe('hits', () => {
  it('want every bare word, in any order and text', () => {
    expect(found('deal right', 'the right deal')).toBeDefined();
    expect(found('deal right', 'a deal', 'all right')).toBeDefined();
    expect(found('deal wrong', 'the right deal')).toBeUndefined();
  });

  it('want quoted words side by side, in one text', () => {
    expect(found('"right deal"', 'the right deal')).toBeDefined();
    expect(found('"right deal"', 'the deal is right')).toBeUndefined();
    expect(found('"right deal"', 'all right', 'deal')).toBeUndefined();
  });

  it('take parts of words only for a prefix', () => {
    expect(found('nuke', 'nukes')).toBeUndefined();
    expect(found('nuke*', 'nukes')).toEqual([[[0, 5]]]);
    expect(found('"east ber*"', 'East Berlin, East Bergen')).toEqual([
      [
        [0, 11],
        [13, 24],
      ],
    ]);
  });

  it('say where each text was hit, overlaps and neighbours joined', () => {
    expect(found('deal "right deal"', 'the right deal', 'Deal?')).toEqual([[[4, 14]], [[0, 4]]]);
    expect(found('東 京都', '東京都知事')).toEqual([[[0, 3]]]);
    expect(found('"a a"', 'a a a b')).toEqual([[[0, 5]]]);
    expect(found('"a b a"', 'a b a b a')).toEqual([[[0, 9]]]);
  });

  it('find everything when nothing is asked', () => expect(found(' "" ', 'a')).toEqual([[]]));

  it('cover the words that comparing at every place finds', () => {
    const words = (max: number) => fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: max });
    fc.assert(
      fc.property(words(40), words(8), fc.boolean(), (text, phrase, isPrefix) => {
        const places = [...text.keys()].filter((at) => phrase.every((word, i) => text[at + i] === word));
        const expected = text.map((_word, at) =>
          places.some((place) => place <= at && at < place + phrase.length),
        );
        const hits = found(`"${phrase.join(' ')}${isPrefix ? '*' : ''}"`, text.join(' '))?.flat() ?? [];
        // Each word is one letter and a space.
        expect(text.map((_word, at) => hits.some(([from, to]) => from <= 2 * at && 2 * at < to))).toEqual(
          expected,
        );
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the work', () => {
  /** The fastest of several, for machines that have much else to do. */
  const cost = (work: () => unknown) => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  const size = 8_000;
  const worst: readonly [string, (size: number) => unknown][] = [
    ['of one letter', (n) => tokensOf('a'.repeat(n))],
    ['of marks', (n) => tokensOf('a' + '\u0323\u0301'.repeat(n / 2))],
    ['of vowel signs', (n) => tokensOf('क' + '\u3099\u093c'.repeat(n / 2))],
    ['of invisible characters', (n) => parseWordsQuery('\u00ad'.repeat(n))],
    ['of punctuation', (n) => tokensOf('.'.repeat(n))],
    ['of quotation marks', (n) => parseWordsQuery('"'.repeat(n))],
    ['of one word', (n) => found('a '.repeat(120), 'a '.repeat(n))],
    ['of a phrase that almost occurs', (n) => found(`"${'a '.repeat(n / 2)}b"`, 'a '.repeat(n))],
    ['of phrases that overlap', (n) => found(`"${'a '.repeat(n / 2)}"`, 'a '.repeat(n))],
    [
      'of words in great number',
      (n) => found(Array.from({ length: n }, (_, i) => `w${i}`).join(' '), 'a '.repeat(n)),
    ],
  ];

  it.each(worst)('grows no faster than the text, %s', (_text, work) => {
    const [small, large] = [cost(() => work(size)), cost(() => work(size * 16))];
    // Comparing each with each would take 256 times as long.
    expect(large).toBeLessThan(64 * Math.max(small, 0.5));
  });
});
