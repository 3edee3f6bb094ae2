import { describe, expect, it } from '@jest/globals';
import { comparePositions } from './ledger-position.js';

describe('comparePositions', () => {
  it('compares as numbers, also beyond what a number can hold', () => {
    const positions = ['100', '9', '0', '9007199254740993', '9007199254740992', '64'];
    expect(positions.toSorted(comparePositions)).toEqual([
      '0',
      '9',
      '64',
      '100',
      '9007199254740992',
      '9007199254740993',
    ]);
    expect(comparePositions('64', '64')).toBe(0);
  });
});
