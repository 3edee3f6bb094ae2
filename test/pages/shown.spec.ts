import { describe, expect, it } from '@jest/globals';
import { differences } from './shown.js';

const json = (shown: string, answer: object) =>
  differences({ form: 'json', text: shown }, JSON.stringify(answer));
const text = (shown: string, answer: string) => differences({ form: 'text', text: shown }, answer);

describe('what a page shows', () => {
  it('takes the same JSON, however it is laid out', () => {
    expect(json('{ "a": [1, null], "b": { "c": true } }', { b: { c: true }, a: [1, null] })).toEqual([]);
  });

  it('names every value that is another', () => {
    expect(json('{ "a": 1, "b": ["x", 2] }', { a: 2, b: ['x', 3] })).toEqual([
      'the answer.a is shown as 1 and is 2',
      'the answer.b after that.0 is shown as 2 and is 3',
    ]);
  });

  it('names fields and items that the page hides without saying so', () => {
    expect(json('{ "a": [1] }', { a: [1, 2], b: 0 })).toEqual([
      'the answer.a after that has 1 more than are shown',
      'the answer.b is there, and not shown',
    ]);
  });

  it('lets a page leave out fields, items, values and parts of texts', () => {
    const answer = { a: [{ n: 1, m: 0 }, { n: 2 }, { n: 3 }], b: 'from here to there', c: 7 };
    expect(json('{ "a": [{ "n": 1, … }, …, { "n": 3 }], "b": "from … there", … }', answer)).toEqual([]);
    expect(json('{ "a": …, "b": "…", "c": … }', answer)).toEqual([]);
    expect(json('{ "a": [{ "n": 2 }, …], … }', answer)).not.toEqual([]);
    expect(json('{ "a": […, { "n": 4 }], … }', answer)).not.toEqual([]);
  });

  it('compares text by lines, some of which may be left out', () => {
    const answer = 'one\ntwo  \nthree 3\nfour\n';
    expect(text('one\ntwo\nthree 3\nfour', answer)).toEqual([]);
    expect(text('one\n…\nthree …\nfour', answer)).toEqual([]);
    expect(text('…\nfour', answer)).toEqual([]);
    expect(text('one\n…', answer)).toEqual([]);
    expect(text('one\nthree 3\n…', answer)).not.toEqual([]);
    expect(text('one\n…\nfive', answer)).not.toEqual([]);
  });
});
