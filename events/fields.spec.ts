import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { parse } from '../src/command-handling/parse.js';
import { RegisterActor } from '../src/registry/register-actor.js';
import { isZone } from './fields.js';

const named = (name: string) => () =>
  parse(RegisterActor, { data: { actorId: 'x', kind: 'person', names: [name] } });

describe('a zone', () => {
  it.each([
    'Asia/Ho_Chi_Minh',
    'Europe/Vienna',
    'UTC',
    'GMT',
    'America/Argentina/Buenos_Aires',
    '+07:00',
    '-03:30',
  ])('is %s', (zone) => expect(isZone(zone)).toBe(true));

  it.each([
    'VST',
    'JST',
    'IST',
    'CST',
    'EST',
    'EST5EDT',
    'Hanoi',
    'Asia/Hanoi2',
    '+7',
    '\u221203:00',
    '',
    ' UTC',
    null,
  ])('is not %j', (zone) => expect(isZone(zone)).toBe(false));

  it('is one that times can be read in, whichever of all that there are', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter(isZone);
    expect(zones.length).toBeGreaterThan(400);
    for (const zone of zones)
      expect(() => Temporal.PlainDateTime.from('1815-06-09T09:00').toZonedDateTime(zone)).not.toThrow();
  });
});

describe('a text', () => {
  it.each(['', ' ', '   ', '\u200b', '\u00a0\u2003', '\u00ad', '\ufeff', '\t\n', '\u200d\u2060', '\u202e'])(
    'is refused when there is nothing to see: %j',
    (name) => expect(named(name)).toThrow(),
  );

  it.each(['x', '平', '?', '…', '№', '😀', ' a ', 'ا'])('is taken when there is: %j', (name) =>
    expect(named(name)).not.toThrow(),
  );
});
