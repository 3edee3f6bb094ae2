import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizedQuote, wordsIn } from './words.js';

describe('normalizedQuote', () => {
  it('is the same whatever the case and the punctuation', () => {
    expect(normalizedQuote('“Sometimes, you have to WALK.”')).toBe(
      normalizedQuote('sometimes you have to walk'),
    );
  });

  it('is the same whatever the compatibility forms', () => {
    expect(normalizedQuote('ﬁnal straße')).toBe('final strasse');
    expect(normalizedQuote('H\u00e0')).toBe(normalizedQuote('Ha\u0300'));
  });

  it('keeps marks apart', () => {
    expect(normalizedQuote('Hà Nội')).not.toBe(normalizedQuote('Ha Noi'));
  });

  it('takes any white space for one space', () => {
    expect(normalizedQuote(' real\u00a0\n progress ')).toBe('real progress');
  });

  it('differs where the words differ', () => {
    expect(normalizedQuote('no rush')).not.toBe(normalizedQuote('no rushing'));
  });

  it('changes nothing when taken twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalizedQuote(normalizedQuote(text))).toBe(normalizedQuote(text));
      }),
    );
  });
});

describe('wordsIn', () => {
  it('finds the same words in both spellings of a name', () => {
    expect(wordsIn('Kim Jong-un')).toEqual(wordsIn('KIM JONG UN'));
  });

  it('folds marks away and parts words at apostrophes and dashes', () => {
    expect(wordsIn('Hà Nội — Trump’s 2nd')).toEqual(['ha', 'noi', 'trump', 's', '2nd']);
  });

  it('keeps words of every script', () => {
    expect(wordsIn('김정은, встреча')).toEqual(['김정은'.normalize('NFKD'), 'встреча']);
  });

  it('finds none in a text without letters and digits', () => {
    expect(wordsIn('… — !')).toEqual([]);
  });
});
