import { describe, expect, it } from '@jest/globals';
import { comparePositions, isPosition } from './ledger-position.js';

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

describe('isPosition', () => {
  const last = '9'.repeat(18);

  it.each(['0', '7', '64', '9007199254740993', last])('takes "%s", which every engine can hold', (text) => {
    expect(isPosition(text)).toBe(true);
    expect(BigInt.asIntN(64, BigInt(text))).toBe(BigInt(text));
  });

  it.each(['', '00', '064', '-1', '+1', '1.5', '1e3', '0x1', ' 1', '1\n', '१', `${last}9`])(
    'refuses "%s"',
    (text) => expect(isPosition(text)).toBe(false),
  );
});
