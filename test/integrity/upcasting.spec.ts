import { afterEach, describe, expect, it } from '@jest/globals';
import { headlineOf, type EventType } from '../../events/index.js';
import { upcasts, type Upcast } from '../../events/upcasting/upcasts.js';
import { newEvents } from '../../src/command-handling/command-result.js';
import { StreamState } from '../../src/command-handling/stream-state.js';
import { readableEvent } from '../../src/http/events/readable-event.js';
import { RecordMeetingHeld } from '../../src/summit/record-meeting-held.js';
import { fact, ledgerOf } from '../given.js';
import { projected, removeScratchFolders } from '../projection/facts-files.js';

/** As if meetings had been told with a `name` in version 1, which version 2 calls their title. */
const renamed: Upcast = (stored) => {
  const { data, ...rest } = stored;
  // Of a meeting that was stored in version 1.
  const { name, ...others } = data as Readonly<Record<string, unknown>>;
  return { ...rest, data: { ...others, title: name } };
};

function raise(type: EventType, change: Upcast): void {
  Object.assign(upcasts, { [type]: [change] });
}

afterEach(() => {
  for (const type of Object.keys(upcasts)) Reflect.deleteProperty(upcasts, type);
  removeScratchFolders();
});

const [old, current] = ledgerOf([
  fact('summit-x', 'MeetingHeld', { summitId: 'x', meetingId: 'm1', kind: 'meal', name: 'Dinner' }),
  fact('summit-x', 'MeetingHeld', { summitId: 'x', meetingId: 'm2', kind: 'meal', title: 'Lunch' }),
]).map((event, i) => (i === 0 ? event : { ...event, metadata: { ...event.metadata, schemaVersion: '2' } }));
const events = old && current ? [old, current] : [];

describe('a type that was raised to version 2', () => {
  it('is projected in the shape of now, whichever version was stored', () => {
    raise('MeetingHeld', renamed);
    using file = projected(events);
    const dossiers = file.facts.ofSummit('x', file.facts.position());
    const headlines = dossiers.map(({ record: { type, body } }) => headlineOf({ type, data: body.data }));
    expect(headlines).toEqual(['Dinner', 'Lunch']);
  });

  it('is decided from in the shape of now', () => {
    raise('MeetingHeld', renamed);
    const state = new StreamState('summit-x').take(events);
    expect(state.facts.map(({ data }) => ('title' in data ? data.title : undefined))).toEqual([
      'Dinner',
      'Lunch',
    ]);
  });

  it('is handed to readers of events in the shape of now, and stays as it was where it is stored', () => {
    raise('MeetingHeld', renamed);
    const before = JSON.stringify(events);
    const titles = events.map((event) => readableEvent(event).data['data']);
    expect(titles).toMatchObject([{ title: 'Dinner' }, { title: 'Lunch' }]);
    expect(JSON.stringify(events)).toBe(before);
  });

  it('is written with its version', () => {
    const written = () => {
      const data = { summitId: 'x', meetingId: 'm3', kind: 'meal', title: 'Tea' };
      const metadata = { receivedAt: 0, recordedBy: 'test', bodyHash: '' };
      const command = Object.assign(new RecordMeetingHeld(), { data, metadata });
      return newEvents(new StreamState('summit-x'), command, { data: command.data, disputed: [] });
    };
    expect(written()[0]?.metadata['schemaVersion']).toBe('1');
    raise('MeetingHeld', renamed);
    expect(written()[0]?.metadata['schemaVersion']).toBe('2');
  });

  it('is refused by code that lacks the change, everywhere and by name', () => {
    const words = 'type "MeetingHeld", version 2, at position 2';
    expect(() => projected(events)).toThrow(words);
    expect(() => new StreamState('summit-x').take(events)).toThrow(words);
    expect(() => structuredClone(events).map(readableEvent)).toThrow(words);
  });
});
