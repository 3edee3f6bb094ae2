import { describe, expect, it } from '@jest/globals';
import { anyText, number, rows, text, texts } from './row.js';

const row = { title: 'Lunch', order: 4, canceledBy: null, records: ['summit-x/H1', 3], rows: [{}, 'no'] };

describe('a row of an answer', () => {
  it('has a field as text only where there is a single value', () => {
    expect([text(row, 'title'), text(row, 'order'), text(row, 'canceledBy'), text(row, 'records')]).toEqual([
      'Lunch',
      '4',
      undefined,
      undefined,
    ]);
  });

  it('has empty lists where there is none', () => {
    expect([texts(row, 'title'), texts(row, 'records'), rows(row, 'rows'), rows(row, 'none')]).toEqual([
      [],
      ['summit-x/H1', '3'],
      [{}],
      [],
    ]);
    expect(number(row, 'title')).toBeUndefined();
  });

  it('lets no control character of recorded words reach the terminal', () => {
    expect(text({ quote: '\u001b[2Jgone\r\nnext\u009b' }, 'quote')).toBe('[2Jgone next');
    expect(anyText({ quote: '\u001b' })).not.toContain('\u001b');
  });

  it('shows what is not there as a dash', () => {
    expect([anyText(null), anyText(undefined), anyText(['a', 1])]).toEqual(['–', '–', '["a",1]']);
  });
});
