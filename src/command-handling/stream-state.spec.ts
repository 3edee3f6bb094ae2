import { describe, expect, it } from '@jest/globals';
import { ledgerOf, note } from '../../test/given.js';
import { UnknownEventType } from '../../events/index.js';
import { StreamState } from './stream-state.js';

const actor = note('actor-us', 'ActorRegistered', { actorId: 'us', kind: 'state', names: ['US'] });
const [first, second, third] = ledgerOf([actor, actor, actor]);
if (!first || !second || !third) throw new Error('three were given');
const unknown = { ...second, type: 'ActorCloned' };

describe('the state of a stream', () => {
  it('refuses an event of a type that is not known, as often as it is asked', () => {
    const state = new StreamState('actor-us');
    for (let i = 0; i < 2; i++) expect(() => state.take([first, unknown, third])).toThrow(UnknownEventType);
    expect(state.revision).toBe(0);
  });

  it('refuses to go on where an event is missing', () => {
    const state = new StreamState('actor-us').take([first]);
    expect(() => state.take([third])).toThrow('actor-us is at revision 0, and 2 does not follow');
    expect(state.take([first, second, third]).revision).toBe(2);
  });
});
