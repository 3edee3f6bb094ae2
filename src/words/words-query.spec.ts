import { describe, expect, it } from '@jest/globals';
import { matchExpression } from './word-index.js';
import { MOST_TERMS, parseWordsQuery } from './words-query.js';

const asked = (text: string) =>
  parseWordsQuery(text).terms.map((term) =>
    term.map(({ tokens, isPrefix }) => tokens.join(' ') + (isPrefix ? '*' : '')).join(' or '),
  );

describe('a words query', () => {
  it('has a term for each word and each quoted text', () => {
    expect(asked('real “in writing” «à Paris» progress')).toEqual([
      'real',
      'in writing',
      'a paris',
      'progress',
    ]);
  });

  it('takes a word of several tokens for a phrase', () => {
    expect(asked('Jong-un 東京都 №1718')).toEqual(['jong un', '東 京 都', 'no 1718']);
  });

  it('reads an open quotation mark to the end', () =>
    expect(asked('a "right deal')).toEqual(['a', 'right deal']));

  it('leaves open how a word or phrase ends before an asterisk', () => {
    expect(asked('sanction* "east ber*" G7* a*b x-*')).toEqual([
      'sanction*',
      'east ber*',
      'g 7*',
      'a b',
      'x',
    ]);
  });

  it('also takes a word with an apostrophe for the word without, but for short forms', () => {
    expect(asked("O’zbekiston we're Trump's")).toEqual(['o zbekiston or ozbekiston', 'we re', 'trump s']);
  });

  it('asks for punctuation where there is nothing else', () => {
    expect(asked('?! *')).toEqual(['? !', '*']);
    expect(asked('a — b ?')).toEqual(['a', 'b']);
  });

  it('counts a term once, and the first of too many', () => {
    expect(asked('a '.repeat(240))).toEqual(['a']);
    expect(asked('a A á "a"')).toEqual(['a']);
    expect(asked(Array.from({ length: 500 }, (_, i) => `${i}`).join(' '))).toHaveLength(MOST_TERMS);
  });

  it('asks for nothing without anything to be seen', () => {
    expect(asked(' "" \u200b')).toEqual([]);
    expect(matchExpression(parseWordsQuery(' "" '))).toBeUndefined();
  });

  it('is asked of the index in words that its syntax leaves alone', () => {
    expect(matchExpression(parseWordsQuery('C++ "near OR" sanction*'))).toBe(
      '("c ＋ ＋") AND ("near or") AND ("sanction" *)',
    );
  });
});
