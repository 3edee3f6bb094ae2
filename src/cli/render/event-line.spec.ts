import { describe, expect, it } from '@jest/globals';
import { createColors } from 'picocolors';
import { eventLine } from './event-line.js';

const page = { width: 100, ink: createColors(false) };
const event = {
  type: 'SigningCanceled',
  record: 'summit-hanoi-2019/H38',
  recordedAt: '2026-11-24T02:05:25.123Z',
  recordedBy: 'desk',
  data: {
    accordingTo: 'cnbc',
    data: { itemId: 'signing', canceledBy: 'us.trump', announcedBy: 'us.white-house' },
  },
};

describe('eventLine', () => {
  it('tells when, what, where, who according to whom, and in brief', () => {
    expect(eventLine(event, page)).toBe(
      '2026-11-24 02:05:25Z  SigningCanceled  summit-hanoi-2019/H38  (desk, according to cnbc)  ' +
        'signing canceled',
    );
  });

  it('quotes what was said', () => {
    const data = { speaker: 'us.trump', form: 'quote', quotes: ['no rush\u001b[2J'] };
    const said = { ...event, type: 'StatementIssued', data: { data } };
    expect(eventLine(said, page)).toContain('(desk)  us.trump: “no rush [2J”');
  });

  it('says what it can of an event that is worded otherwise', () => {
    const other = { ...event, type: 'ActorRegistered', data: { data: { called: 'us' } } };
    expect(eventLine(other, page)).toMatch(/ActorRegistered {2}summit-hanoi-2019\/H38 {2}\(desk\)$/);
  });

  it('says what it can of a type that it does not know', () => {
    expect(eventLine({ ...event, type: 'MoonLanded' }, page)).toContain('MoonLanded  summit-hanoi-2019/H38');
  });
});
