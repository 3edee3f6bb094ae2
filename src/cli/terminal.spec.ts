import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { Terminal } from './terminal.js';

function pageOf(output: { isTTY?: boolean; columns?: number; hasColors?: () => boolean }) {
  const stream = Object.assign(new PassThrough(), output);
  return new Terminal(Readable.from([]), stream, new PassThrough()).page;
}

describe('the page of a terminal', () => {
  it('has colors only on a screen that has them', () => {
    const colored = (output: object) => pageOf(output).ink.red('x') !== 'x';
    expect(colored({ isTTY: true, hasColors: () => true })).toBe(true);
    expect(colored({ isTTY: true, hasColors: () => false })).toBe(false);
    expect(colored({ hasColors: () => true })).toBe(false);
    expect(colored({})).toBe(false);
  });

  it('is as wide as the screen, within what can be read', () => {
    const widths = [80, 300, 20, 0, undefined].map(
      (columns) => pageOf(columns === undefined ? {} : { columns }).width,
    );
    expect(widths).toEqual([80, 100, 60, 100, 100]);
  });
});
