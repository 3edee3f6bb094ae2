import { describe, expect, it } from '@jest/globals';
import { RecordingClock } from './recording-clock.js';

function clockShowing(...times: string[]): RecordingClock {
  const left = times.map((time) => Date.parse(time));
  return new RecordingClock(() => left.shift() ?? 0);
}

describe('the recording clock', () => {
  it('tells the time in UTC with milliseconds', () => {
    expect(clockShowing('2019-02-28T09:00:00.5+07:00').nowOrAfter(undefined)).toBe(
      '2019-02-28T02:00:00.500Z',
    );
  });

  it('stands still while the clock behind it runs backwards', () => {
    const clock = clockShowing('2019-02-28T02:00:00Z', '2019-02-28T01:59:00Z', '2019-02-28T02:00:01Z');
    const told = [1, 2, 3].map(() => clock.nowOrAfter(undefined).slice(14, 19));
    expect(told).toEqual(['00:00', '00:00', '00:01']);
  });

  it('is not earlier than what another process has recorded', () => {
    const clock = clockShowing('2019-02-28T02:00:00Z', '2019-02-28T02:00:01Z');
    expect(clock.nowOrAfter('2019-02-28T02:00:09.000Z')).toBe('2019-02-28T02:00:09.000Z');
    expect(clock.nowOrAfter('2019-02-28T02:00:03.000Z')).toBe('2019-02-28T02:00:09.000Z');
  });

  it('goes by its own clock where the other time cannot be read', () => {
    expect(clockShowing('2019-02-28T02:00:00Z').nowOrAfter('yesterday')).toBe('2019-02-28T02:00:00.000Z');
  });
});
