import { describe, expect, it } from '@jest/globals';
import { passes } from './filter.js';

describe('a filter', () => {
  const event = { type: 'SigningHeld', stream: 'summit-hanoi-2019' };

  it('lets everything through when it names nothing', () => {
    expect(passes(event)).toBe(true);
    expect(passes(event, {})).toBe(true);
  });

  it('lets nothing through when its list is empty', () => {
    expect(passes(event, { types: [] })).toBe(false);
    expect(passes(event, { categories: [] })).toBe(false);
  });

  it('asks for both the type and the category', () => {
    expect(passes(event, { types: ['SigningHeld'], categories: ['summit'] })).toBe(true);
    expect(passes(event, { types: ['SigningHeld'], categories: ['source'] })).toBe(false);
    expect(passes(event, { types: ['SigningCanceled'], categories: ['summit'] })).toBe(false);
  });

  it('takes as category what stands before the first hyphen', () => {
    expect(passes(event, { categories: ['summit-hanoi'] })).toBe(false);
    expect(passes({ ...event, stream: 'summit' }, { categories: ['summit'] })).toBe(true);
  });
});
