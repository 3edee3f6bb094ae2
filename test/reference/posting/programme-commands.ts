import { actor, type Draft, type Stock } from './commands.js';
import type { Data } from '../ledger/record.js';
import { instant, wall } from './times.js';
import { items, kindOfItem, publishers } from './world.js';

const item = ({ random }: Stock) => (random.percent(3) ? 'ball' : random.of(...items));
const meetingItem = ({ random }: Stock) =>
  random.percent(6) ? random.of('signing', 'ball') : random.of('lunch', 'talk', 'dinner');

function plan(stock: Stock, share: number): Data {
  const { random } = stock;
  const [start, end] = [wall(random), wall(random)].toSorted();
  return {
    ...random.some(share, () => ({ plannedStart: start })),
    ...random.some(share / 2, () => ({ plannedEnd: random.percent(4) ? '2019-02-20T09:00' : end })),
    ...random.some(share / 4, () => ({ timeZone: random.of('+09:00', 'Asia/Ho_Chi_Minh') })),
    ...random.some(share / 3, () => ({ place: random.of('Metropole', 'Palace') })),
    ...random.some(share / 4, () => ({ participants: [actor(stock)] })),
  };
}

export function published(stock: Stock): Draft {
  const { random } = stock;
  const listed = items.filter(() => random.percent(65));
  const ids = random.percent(3) ? [...listed, ...listed.slice(0, 1)] : listed;
  const lines = ids.map((itemId, order) => ({
    itemId,
    order,
    kind: random.percent(1.5) ? 'other' : kindOfItem[itemId],
    title: random.percent(85) ? itemId : `the ${itemId}`,
    ...plan(stock, 60),
    ...random.some(6, () => ({ parentItemId: random.of('a', 'lunch', 'ball') })),
  }));
  const day = () => ({ day: random.of('2019-02-27', '2019-02-28') });
  return {
    name: 'PublishSchedule',
    data: {
      publisher: random.of(...publishers),
      revision: random.below(12),
      items: lines,
      ...random.some(35, day),
    },
    ...random.some(40, () => ({ over: { occurredAt: `2019-02-2${5 + random.below(3)}` } })),
  };
}

export function changed(stock: Stock): Draft {
  const { random } = stock;
  const change = random.of('rescheduled', 'moved', 'revised', 'reinstated', 'reinstated');
  return {
    name: 'ChangeScheduleItem',
    data: {
      itemId: random.percent(12) ? 'a' : item(stock),
      change,
      announcedBy: actor(stock),
      ...plan(stock, change === 'reinstated' ? 15 : 60),
      ...random.some(15, () => ({ title: random.of('Lunch', 'lunch') })),
      ...random.some(30, () => ({ publisher: random.of(...publishers) })),
    },
  };
}

export function clocks(stock: Stock): Data {
  const { random } = stock;
  if (!random.percent(35)) return {};
  const [start, end] = [instant(random), instant(random)].toSorted((x, y) => Date.parse(x) - Date.parse(y));
  return {
    start: random.percent(4) ? instant(random, 50) : start,
    ...random.some(60, () => ({ end })),
  };
}

/** Clocks need an occurredAt around them, or hardly any would fit. */
export const spacious = (data: Data): Data =>
  'start' in data
    ? {
        over: {
          occurredAt: {
            from: '2019-02-25T00:00:00Z',
            to: '2019-03-03T00:00:00Z',
            precision: 'interval',
          },
        },
      }
    : {};

export function held(stock: Stock): Draft {
  const { random } = stock;
  const when = clocks(stock);
  const isItem = random.percent(80);
  const itemId = isItem ? meetingItem(stock) : undefined;
  return {
    name: 'RecordMeetingHeld',
    data: {
      meetingId: `m${random.below(25)}`,
      ...(itemId !== undefined && { itemId }),
      kind: kindOfItem[itemId ?? ''] === 'one_on_one' ? 'one_on_one' : 'meal',
      title: 'A meeting',
      ...when,
      ...random.some(20, () => ({ extent: random.of('full', 'cut_short', 'overran') })),
      ...random.some(isItem ? 2 : 60, () => ({ scheduled: random.of('yes', 'no', 'unknown') })),
      ...random.some(15, () => ({ participants: [{ actorId: actor(stock), attendance: 'late' }] })),
    },
    ...random.some(90, () => spacious(when)),
  };
}

export function canceled(stock: Stock): Draft {
  const { random } = stock;
  return {
    name: 'RecordMeetingCanceled',
    data: {
      itemId: meetingItem(stock),
      announced: random.percent(60),
      ...random.some(40, () => ({ canceledBy: actor(stock) })),
      ...random.some(20, () => ({ reason: 'no time' })),
    },
  };
}

export function calledOff({ random }: Stock): Draft {
  const data = { summitId: 'a', itemId: 'a', announced: random.percent(90) };
  return { name: 'RecordMeetingCanceled', data };
}
