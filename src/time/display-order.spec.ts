import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { When } from '../../events/index.js';
import { expandWhen } from './edtf.js';
import { inDisplayOrder } from './display-order.js';
import { linksBefore, UNKNOWN_WHEN } from './when.js';

interface Entry {
  readonly record: string;
  readonly position: string;
  readonly occurredAt: When;
}

function entry(position: number, text: string | null, links: Pick<When, 'after' | 'before'> = {}): Entry {
  const when = text === null ? UNKNOWN_WHEN : expandWhen(text, 'Asia/Ho_Chi_Minh');
  return { record: `r/${position}`, position: String(position), occurredAt: { ...when, ...links } };
}

function positions(entries: readonly Entry[]): string {
  return inDisplayOrder(entries)
    .map(({ position }) => position)
    .join(' ');
}

describe('inOrder', () => {
  it('sorts by from, then to, then position, and not by the order of recording', () => {
    expect(positions([entry(1, '2019-02-28'), entry(2, '2019-02'), entry(3, '2019-02-27')])).toBe('2 3 1');
    expect(positions([entry(1, '2019-02'), entry(2, '2019-02-01')])).toBe('2 1');
    expect(positions([entry(10, '2019-02-28'), entry(9, '2019-02-28')])).toBe('9 10');
  });

  it('puts an unbounded from first and an unbounded to last', () => {
    expect(positions([entry(1, '2019-02-27'), entry(2, null), entry(3, '../2019-02-28')])).toBe('3 2 1');
    expect(positions([entry(1, '2019-02-27/..'), entry(2, '2019-02-27')])).toBe('2 1');
  });

  it('follows the links of the dinner where there is no clock', () => {
    const dinner = entry(3, '2019-02-27');
    const before = entry(4, '2019-02-27', { before: ['r/3'] });
    const remarks = entry(2, '2019-02-27', { after: ['r/3'] });
    expect(positions([remarks, dinner, before])).toBe('4 3 2');
  });

  it('keeps a link against the bounds', () => {
    expect(positions([entry(1, '2019-02-27', { after: ['r/2'] }), entry(2, '2019-02-28')])).toBe('2 1');
  });

  it('puts a record of unknown time right after the one that it follows', () => {
    const entries = [entry(1, '2019-02-27'), entry(2, '2019-02-28'), entry(3, '2019-03-01')];
    expect(positions([...entries, entry(4, null, { after: ['r/2'] })])).toBe('1 2 4 3');
  });

  it('passes over links to records that are not listed, and to itself', () => {
    expect(positions([entry(2, '2019-02-27', { after: ['r/9', 'r/2'] }), entry(1, '2019-02-28')])).toBe(
      '2 1',
    );
  });

  it('falls back to the key within a cycle, and keeps what leads into and out of it', () => {
    const entries = [
      entry(1, null, { after: ['r/3'] }),
      entry(2, '2019-02-26', { after: ['r/3', 'r/5'] }),
      entry(3, '2019-02-28', { after: ['r/2'] }),
      entry(5, '2019-02-27'),
    ];
    expect(positions(entries)).toBe('5 2 3 1');
  });
});

const bound = fc.integer({ min: 1, max: 6 }).map((day) => `2019-03-0${day}`);
const text = fc.oneof(
  fc.constant(null),
  bound,
  bound.map((day) => `../${day}`),
  bound.map((day) => `${day}/..`),
);
const links = fc.array(
  fc.integer({ min: 1, max: 8 }).map((n) => `r/${n}`),
  { maxLength: 2 },
);
/** Up to eight entries, of which the links may run in any direction. */
const tangled = fc
  .array(fc.record({ text, after: links, before: links }), { maxLength: 8 })
  .map((drawn) =>
    drawn.map((each, i) => entry(i + 1, each.text, { after: each.after, before: each.before })),
  );

describe('whatever the entries', () => {
  it('keeps each of them once, in an order that does not depend on theirs', () => {
    fc.assert(
      fc.property(tangled, fc.infiniteStream(fc.nat()), (entries, random) => {
        const places = [...random.take(entries.length)];
        const shuffled = entries
          .map((each, i) => ({ each, at: places[i] ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const ordered = inDisplayOrder(entries);
        expect(new Set(ordered)).toEqual(new Set(entries));
        expect(ordered).toHaveLength(entries.length);
        expect(inDisplayOrder(shuffled)).toEqual(ordered);
      }),
    );
  });

  it('breaks a link only where a way leads back', () => {
    fc.assert(
      fc.property(tangled, (entries) => {
        const ordered = inDisplayOrder(entries);
        for (const [i, later] of ordered.entries())
          for (const earlier of ordered.slice(0, i))
            if (linksBefore(later, earlier)) expect(leads(earlier, later, entries)).toBe(true);
      }),
    );
  });

  it('ignores neither time nor position where no link speaks', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        const entries = texts.map((each, i) => entry(i + 1, each));
        const key = ({ occurredAt: { from, to }, position }: Entry) =>
          `${from ?? '0'} ${to ?? '9'} ${position}`;
        expect(inDisplayOrder(entries).map(key)).toEqual(entries.map(key).toSorted());
      }),
    );
  });
});

function leads(from: Entry, to: Entry, entries: readonly Entry[]): boolean {
  const reached = new Set([from]);
  for (const each of reached) for (const next of entries) if (linksBefore(each, next)) reached.add(next);
  return reached.has(to);
}
