import { describe, expect, it } from '@jest/globals';
import { wordsQuery } from './search.js';

describe('wordsQuery', () => {
  it('takes what was quoted in the shell as a phrase', () => {
    expect(wordsQuery(['right deal', 'Kim'])).toBe('"right deal" Kim');
    expect(wordsQuery(['"right deal" Kim'])).toBe('"right deal" Kim');
  });
});
