import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergePatch, patchWhen } from './patch.js';

describe('mergePatch', () => {
  // The examples of RFC 7396, appendix A.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('of %j by %j', (target, patch, result) => expect(mergePatch(target, patch)).toEqual(result));

  it('changes nothing the second time', () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const once = mergePatch(target, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });

  it('leaves its target as it was', () => {
    const target = { a: { b: 1 } };
    mergePatch(target, { a: { b: 2, c: 3 } });
    expect(target).toEqual({ a: { b: 1 } });
  });

  it('keeps null for an unbounded end of a time within', () => {
    const deadline = { from: '2019-03-01T00:00:00Z', to: '2019-04-01T00:00:00Z', precision: 'interval' };
    expect(mergePatch({ deadline }, { deadline: { to: null, precision: 'after' } })).toEqual({
      deadline: { from: '2019-03-01T00:00:00Z', to: null, precision: 'after' },
    });
    expect(mergePatch({ deadline }, { deadline: null })).toEqual({});
  });
});

describe('patchWhen', () => {
  const when = { from: '2019-02-28T00:00:00Z', to: null, precision: 'after', text: 'later', timeZone: 'UTC' };

  it('takes null for an unbounded end and for an unknown place', () =>
    expect(patchWhen(when, { from: null, timeZone: null })).toEqual({ ...when, from: null, timeZone: null }));

  it('takes words away', () => {
    const { text: _, ...wordless } = when;
    expect(patchWhen(when, { text: null })).toEqual(wordless);
  });

  it('makes a time where there was none', () =>
    expect(patchWhen(undefined, { from: null, to: null, precision: 'unknown' })).toEqual({
      from: null,
      to: null,
      precision: 'unknown',
    }));
});
