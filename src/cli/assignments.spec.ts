import { describe, expect, it } from '@jest/globals';
import { withAssignments } from './assignments.js';

describe('withAssignments', () => {
  it('sets values at paths, also where nothing was', () => {
    expect(
      withAssignments({ accordingTo: 'cnbc', data: { itemId: 'lunch' } }, [
        'data.itemId=signing',
        'data.announced=false',
        'sources.0.sourceId=S01',
        'sources.0.locator=L4',
        'note=a=b',
      ]),
    ).toEqual({
      accordingTo: 'cnbc',
      data: { itemId: 'signing', announced: false },
      sources: [{ sourceId: 'S01', locator: 'L4' }],
      note: 'a=b',
    });
  });

  it('takes JSON for what it is', () => {
    expect(
      withAssignments({}, ['data.parties=["us","dprk"]', 'data.ordinal=2', 'data.title=2 days']),
    ).toEqual({
      data: { parties: ['us', 'dprk'], ordinal: 2, title: '2 days' },
    });
  });

  it('sets a field of its own whatever it is called', () => {
    const body = withAssignments({}, ['__proto__.kind=state']);
    expect(Object.keys(body)).toEqual(['__proto__']);
    expect(({} as { kind?: string }).kind).toBeUndefined();
  });

  it('leaves no gap in a list', () => {
    expect(withAssignments({}, ['sources.7.sourceId=S01'])).toEqual({ sources: [{ sourceId: 'S01' }] });
  });

  it('refuses what sets nothing', () => {
    expect(() => withAssignments({}, ['data.itemId'])).toThrow('"data.itemId" sets nothing');
    expect(() => withAssignments({}, ['=x'])).toThrow('sets nothing');
  });
});
