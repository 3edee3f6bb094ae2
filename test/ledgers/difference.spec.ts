import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../witness/answer.js';
import { idle, unexpected, type Difference } from './difference.js';

const answer = (path: string, body: unknown): Answer => ({ path, status: 200, body });

const before = [
  answer('/v1/summits/a/outcome', { agreement: 'none', rows: [1, 2] }),
  answer('/v1/summits', {}),
];
const now = [
  answer('/v1/summits/a/outcome', { manner: 'held', agreement: 'none', rows: [1, 2] }),
  answer('/v1/summits', {}),
];

const manner: Difference = {
  why: 'reading 99: how it ended',
  question: /\/outcome$/,
  becomes: (old) => ({ ...old, body: { ...Object(old.body), manner: 'held' } }),
};

describe('what an older release answered', () => {
  it('is answered to the byte', () => {
    expect(unexpected(before, before, [])).toEqual([]);
    const reordered = [
      answer('/v1/summits/a/outcome', { rows: [1, 2], agreement: 'none' }),
      answer('/v1/summits', {}),
    ];
    expect(unexpected(before, reordered, [])).toEqual([
      '/v1/summits/a/outcome the same values, their fields in another order',
    ]);
  });

  it('is named where it differs, with the first place', () => {
    const other = [
      answer('/v1/summits/a/outcome', { agreement: 'none', rows: [1, 3] }),
      answer('/v1/summits', { x: 1 }),
    ];
    expect(unexpected(before, other, [])).toEqual([
      '/v1/summits/a/outcome at .body.rows.1:\n  - 2\n  + 3',
      'also /v1/summits',
    ]);
  });

  it('may differ as it is listed, and only so', () => {
    expect(unexpected(before, now, [manner])).toEqual([]);
    expect(unexpected(before, before, [manner])).toEqual([
      '/v1/summits/a/outcome at .body.manner:\n  - "held"\n  + (nothing)',
    ]);
  });

  it('may not be listed as differing where nothing does', () => {
    expect(idle(before, [manner])).toEqual([]);
    const unasked = { ...manner, question: '/v1/nothing' };
    const unchanging = { ...manner, becomes: (old: Answer) => old };
    expect(idle(before, [unasked, unchanging])).toEqual([manner.why, manner.why]);
  });
});
