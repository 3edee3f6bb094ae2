import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** The lines of the tables in test/README.md: number, case, spec, and words of its test. */
const lines = readFileSync('test/README.md', 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, number = '']) => /^(2\.6\.)?\d+$/.test(number))
  .map(([, number = '', , spec = '', words = '']) => ({ number, spec: spec.replaceAll('`', ''), words }));

const numbered = (count: number, prefix = '') =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i + 1)}`);

describe('the tables of corner cases and readings', () => {
  it('name all 44 cases and all 30 readings', () =>
    expect([...new Set(lines.map(({ number }) => number))]).toEqual([
      ...numbered(44),
      ...numbered(30, '2.6.'),
    ]));

  it.each(lines)('$number is asserted in $spec', ({ spec, words }) =>
    // A title with an apostrophe stands in the spec as it was quoted there.
    expect(readFileSync(spec, 'utf8').replaceAll("\\'", "'")).toContain(words),
  );
});
