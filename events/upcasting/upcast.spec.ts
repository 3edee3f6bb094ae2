import { describe, expect, it } from '@jest/globals';
import { UnknownEventType, upcast, versionOf } from './upcast.js';
import type { Upcasts } from './upcasts.js';

/** A language in which meetings have changed twice: their title became `name`, then `names`. */
const changed: Upcasts = {
  MeetingHeld: [
    ({ title, ...rest }) => ({ ...rest, name: title }),
    ({ name, ...rest }) => ({ ...rest, names: [name] }),
  ],
};

const event = (data: object, schemaVersion?: string, type = 'MeetingHeld') => ({
  type,
  position: '7',
  data: { ...data },
  metadata: { recordedBy: 'test', ...(schemaVersion !== undefined && { schemaVersion }) },
});

describe('an event that was stored in an earlier version', () => {
  it.each([
    ['no version', event({ title: 'Dinner' })],
    ['version 1', event({ title: 'Dinner' }, '1')],
    ['version 2', event({ name: 'Dinner' }, '2')],
    ['the version of now', event({ names: ['Dinner'] }, '3')],
  ])('is read in the shape of now: %s', (_, stored) => {
    const before = JSON.stringify(stored);
    expect(upcast(stored, changed)).toEqual({ names: ['Dinner'] });
    expect(JSON.stringify(stored)).toBe(before);
  });

  it('stays as it is where its type has not changed', () => {
    const stored = event({ title: 'Dinner' });
    expect(upcast(stored, {})).toBe(stored.data);
  });
});

describe('an event that newer code has stored', () => {
  it.each([
    ['4', changed, 'it knows versions 1 to 3'],
    ['2', {}, 'it knows version 1)'],
    ['0', {}, 'version 0'],
    ['1.5', changed, 'version 1.5'],
    ['new', changed, 'version new'],
    ['', changed, 'it knows'],
  ] as const)('is refused by type, version and position: %s', (version, table, words) => {
    const asked = () => upcast(event({}, version), table);
    expect(asked).toThrow(UnknownEventType);
    expect(asked).toThrow(`type "MeetingHeld", version ${version}, at position 7`);
    expect(asked).toThrow(words);
  });

  it.each(['TreatySigned', 'constructor', ''])('is refused where its type is not known: "%s"', (type) => {
    expect(() => upcast(event({}, undefined, type))).toThrow(`type "${type}", version 1, at position 7`);
  });
});

it('has a type at one version more than it has changes', () => {
  expect([versionOf('MeetingHeld', changed), versionOf('SigningHeld', changed)]).toEqual([3, 1]);
});
