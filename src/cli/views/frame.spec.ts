import { describe, expect, it } from '@jest/globals';
import { answerAfter } from './frame.js';

const lunch = { itemId: 'lunch', outcome: 'upcoming' };

describe('the answer after a frame of a replay', () => {
  it('is what the frames add up to, under the moment of the last', () => {
    const frames = [
      { kind: 'snapshot', point: '64', answer: { rows: [lunch] } },
      {
        kind: 'change',
        point: '65',
        added: [{ index: 1, row: { itemId: 'dinner', outcome: 'held' }, because: [] }],
        removed: [],
        changed: [
          { index: 0, itemId: 'lunch', field: 'outcome', before: 'upcoming', after: 'not_held', because: [] },
        ],
      },
      { kind: 'end', point: '65' },
    ];
    const answer = frames.reduce<object>((before, frame) => answerAfter({ ...before }, frame, 'asOf'), {});
    expect(answer).toEqual({
      moment: { asOf: '65' },
      rows: [
        { itemId: 'lunch', outcome: 'not_held' },
        { itemId: 'dinner', outcome: 'held' },
      ],
    });
  });
});
