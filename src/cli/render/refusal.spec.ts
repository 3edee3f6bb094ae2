import { describe, expect, it } from '@jest/globals';
import { refusal } from './refusal.js';

describe('refusal', () => {
  it('names the records in the way', () => {
    const problem = {
      code: 'contradicts_record',
      title: 'Records that stand say otherwise.',
      records: ['summit-hanoi-2019/H38'],
    };
    expect(refusal(problem)).toBe(
      'contradicts_record: Records that stand say otherwise.\n  in the way: summit-hanoi-2019/H38',
    );
  });

  it('names every field that is wrong', () => {
    const fields = [
      { field: 'data.itemId', message: 'must be an id' },
      { field: '', message: 'the body must be a JSON object' },
    ];
    expect(refusal({ code: 'invalid', title: 'Wrong shape.', fields })).toBe(
      'invalid: Wrong shape.\n  data.itemId: must be an id\n  the body must be a JSON object',
    );
  });

  it('prefers what was said of this very case', () => {
    expect(refusal({ code: 'unknown_command', title: 'a', detail: 'There is no command "X".' })).toBe(
      'unknown_command: There is no command "X".',
    );
  });
});
