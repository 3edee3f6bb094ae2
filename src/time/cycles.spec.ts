import { describe, expect, it } from '@jest/globals';
import { cyclesOf } from './cycles.js';

interface Stop {
  readonly name: string;
  readonly followers: Stop[];
  readonly leaders: Stop[];
}

/** The groups of more than one among stops that are joined as in `a>b b>a`. */
function cycles(links: string): string[][] {
  const stops = new Map<string, Stop>();
  const stop = (name: string) => {
    const found = stops.get(name) ?? { name, followers: [], leaders: [] };
    stops.set(name, found);
    return found;
  };
  for (const pair of links.split(' ')) {
    const [a = '', b = ''] = pair.split('>');
    stop(a).followers.push(stop(b));
    stop(b).leaders.push(stop(a));
  }
  const cycleOf = cyclesOf(stops.values());
  const groups = Map.groupBy(stops.values(), (each) => cycleOf.get(each));
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ name }) => name));
}

describe('cyclesOf', () => {
  it('finds none in a chain or where ways part and meet again', () => {
    expect(cycles('a>b b>c')).toEqual([]);
    expect(cycles('a>b a>c b>d c>d')).toEqual([]);
  });

  it('keeps two cycles apart that a one-way link joins', () => {
    expect(cycles('a>b b>a b>c c>d d>c')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('makes one of cycles that share a node, and leaves out what leads in and out', () => {
    expect(cycles('in>a a>b b>a b>c c>b c>out')).toEqual([['a', 'b', 'c']]);
  });

  it('walks a chain longer than the stack is deep', () => {
    const links = Array.from({ length: 20_000 }, (_, i) => `${i}>${i + 1}`);
    expect(cycles(links.join(' '))).toEqual([]);
  });
});
