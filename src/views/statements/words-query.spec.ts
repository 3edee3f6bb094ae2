import { describe, expect, it } from '@jest/globals';
import { hitsIn, parseWordsQuery } from './words-query.js';

const found = (query: string, ...texts: string[]) => hitsIn(texts, parseWordsQuery(query));

describe('a words query', () => {
  it('wants every bare word, in any order and text', () => {
    expect(found('deal right', 'the right deal')).toBeDefined();
    expect(found('deal right', 'a deal', 'all right')).toBeDefined();
    expect(found('deal wrong', 'the right deal')).toBeUndefined();
  });

  it('wants quoted words side by side, in one text', () => {
    expect(found('"right deal"', 'the right deal')).toBeDefined();
    expect(found('“right deal”', 'the right deal')).toBeDefined();
    expect(found('"right deal"', 'the deal is right')).toBeUndefined();
    expect(found('"right deal"', 'all right', 'deal')).toBeUndefined();
  });

  it('takes a hyphenated word for a phrase', () => {
    expect(found('jong-un', 'Chairman Kim Jong Un')).toBeDefined();
    expect(found('jong-un', 'un jong')).toBeUndefined();
  });

  it('does not find parts of words', () => expect(found('nuke', 'nukes')).toBeUndefined());

  it('reads an open quotation mark to the end', () =>
    expect(found('"right deal', 'the right deal')).toEqual([[[4, 14]]]));

  it('says where each text was hit, overlaps joined', () => {
    expect(found('deal "right deal"', 'the right deal', 'Deal?')).toEqual([[[4, 14]], [[0, 4]]]);
    expect(found('hồ', 'Hồ and Ho')).toEqual([
      [
        [0, 2],
        [7, 9],
      ],
    ]);
  });

  it('finds everything when nothing is asked', () => expect(found(' "" ', 'a')).toEqual([[]]));
});
