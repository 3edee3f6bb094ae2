import { describe, expect, it } from '@jest/globals';
import { day, fact, ledgerOf, minute, note, type TestEvent } from '../../../test/given.js';
import { cloudEvent, type CloudEvent } from './cloud-event.js';

function eventOf(event: TestEvent): CloudEvent {
  const [recorded] = ledgerOf([event]);
  if (!recorded) throw new Error('one event was given');
  return cloudEvent(recorded);
}

const held = (occurredAt: object) => fact('summit-x', 'MeetingHeld', {}, { recordId: 'held', occurredAt });

describe('an event as a CloudEvent', () => {
  it('says where it stands, and carries the record as told', () => {
    const { data, ...attributes } = eventOf(held(minute('2019-02-28T02:00:00Z')));
    expect(attributes).toEqual({
      specversion: '1.0',
      id: '00000000-0000-4000-8000-000000000001',
      source: '/v1/streams/summit-x',
      type: 'summit-ledger.MeetingHeld',
      subject: 'summit-x/held',
      time: '2019-02-28T02:00:00Z',
      datacontenttype: 'application/json',
      recordedtime: '2026-01-01T00:00:00.000Z',
      position: '1',
      revision: 0,
    });
    expect(data).toMatchObject({ recordId: 'held', accordingTo: 'cnbc' });
  });

  it('leaves out a time that is not known to the minute', () => {
    expect(eventOf(held(day('2019-02-28')))).not.toHaveProperty('time');
  });

  it('has no time where none is told', () => {
    expect(eventOf(note('actor-us', 'ActorRegistered', { actorId: 'us' }))).not.toHaveProperty('time');
  });

  it('writes out the seconds that an account left out', () => {
    const when = { from: '2019-02-28T09:00+07:00', to: '2019-02-28T09:01+07:00', precision: 'minute' };
    expect(eventOf(held(when)).time).toBe('2019-02-28T09:00:00+07:00');
  });
});
