import { describe, expect, it } from '@jest/globals';
import { createColors } from 'picocolors';
import { table } from './table.js';

const page = { width: 40, ink: createColors(false) };

describe('table', () => {
  it('gives each column the room it takes', () => {
    expect(table(['Id', 'Title'], [['H38', 'Signing']], page)).toBe(
      ['Id   Title', '───  ───────', 'H38  Signing'].join('\n'),
    );
  });

  it('wraps the widest column at words where the page is too narrow', () => {
    const words = 'the extent of sanctions relief stood in the way of an agreement';
    const lines = table(['Id', 'Reason'], [['H38', words]], page).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(
      lines
        .slice(2)
        .map((line) => line.trim())
        .join(' '),
    ).toBe(`H38  ${words}`);
  });

  it('counts wide letters twice', () => {
    const line = table(['Name', 'Id'], [['河内', 'x']], page).split('\n')[2];
    expect(line).toBe('河内  x');
  });
});
