import { describe, expect, it } from '@jest/globals';
import { formFor } from './accept.js';
import { RequestProblem } from './problem.js';

const chosen = (accept: string | undefined) => formFor(accept, ['json', 'sse', 'ics']);

describe('the form of an answer', () => {
  it.each([
    [undefined, 'json'],
    ['', 'json'],
    ['*/*', 'json'],
    ['text/event-stream', 'sse'],
    ['text/*', 'sse'],
    ['TEXT/Calendar', 'ics'],
    ['application/json; charset=utf-8', 'json'],
    ['text/html, application/json;q=0.5, text/calendar;q=0.9', 'ics'],
    ['application/json;q=0, */*', 'sse'],
    ['text/event-stream;q=0.1, application/json', 'json'],
    ['text/*;q=0.3, text/calendar', 'ics'],
  ])('is, for %j, %s', (accept, form) => expect(chosen(accept)).toBe(form));

  it.each(['application/json;q=0', 'text/html', '*/*;q=0', 'application/json;q=0, text/html'])(
    'is none for %j',
    (accept) => expect(() => chosen(accept)).toThrow(RequestProblem),
  );
});
