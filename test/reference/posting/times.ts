import type { Random } from './random.js';
import type { Data } from '../ledger/record.js';

const days = ['2019-02-26', '2019-02-27', '2019-02-28', '2019-03-01'] as const;
const clocks = ['09:00', '09:05', '09:20', '11:55', '18:30'] as const;
const dates = [
  ...days,
  '2019-02-28',
  '2019-02',
  '2019',
  '2019-02-27/2019-02-28',
  '../2019-02-27',
  '2019-02-28/..',
] as const;

export const day = (random: Random) => random.of(...days);
const clock = (random: Random) => random.of(...clocks);

/** A clock on a wall, for plans. */
export const wall = (random: Random) => `${day(random)}T${clock(random)}`;

/** An instant in one of several spellings, sometimes without an offset. */
export function instant(random: Random, withoutOffset = 0): string {
  const offset = random.percent(withoutOffset) ? '' : random.of('+07:00', '+07:00', 'Z', '-05:00');
  return `${day(random)}T${clock(random)}:00${offset}`;
}

/** A time, as a text or an object, of any precision; `addresses` are what links may name. */
export function time(random: Random, addresses: readonly string[]): Data | string {
  return random.weighted<() => Data | string>([
    [40, () => random.of(...dates)],
    [20, () => instant(random, 15)],
    [36, () => interval(random, addresses)],
    [2, () => ({ ...interval(random, addresses), from: '2190-01-01T00:00:00Z', to: null })],
    [1, () => ({ ...interval(random, addresses), from: '2019-03-02T00:00:00' })],
    [1, () => '2019-02-28/2019-02-26'],
  ])();
}

function interval(random: Random, addresses: readonly string[]): Data {
  const [a, b] = [instant(random), instant(random)].toSorted((x, y) => Date.parse(x) - Date.parse(y));
  const link = () => [random.from(addresses) ?? 'summit-a/none'];
  return {
    from: random.percent(15) ? null : a,
    to: random.percent(15) ? null : b,
    precision: random.of('minute', 'interval', 'part_of_day', 'day', 'unknown'),
    ...random.some(50, () => ({ timeZone: random.of('Asia/Ho_Chi_Minh', '+07:00', null) })),
    ...random.some(30, () => ({ after: link() })),
    ...random.some(20, () => ({ before: link() })),
  };
}
