import { actor, type Draft, type Stock } from './commands.js';
import type { Data } from './record.js';
import { instant, wall } from './times.js';
import { items, kindOfItem, publishers, summits } from './world.js';

/** A command of the summit stream. */
export function summitCommand(stock: Stock): Draft {
  const { random } = stock;
  const summitId = random.percent(1) ? 'nowhere' : random.percent(75) ? 'a' : random.of(...summits);
  const { name, data, ...rest } = random.weighted(drafts)(stock);
  return { name, data: { summitId, ...data }, ...rest };
}

const drafts: readonly (readonly [number, (stock: Stock) => Draft])[] = [
  [22, published],
  [14, changed],
  [14, held],
  [10, canceled],
  [2, calledOff],
  [8, signed],
  [7, signingCanceled],
  [4, outlined],
  [6, adopted],
  [6, withdrawn],
  [5, concluded],
  [2, followedUp],
  [1, registered],
];

const item = ({ random }: Stock) => (random.percent(3) ? 'ball' : random.of(...items));
const meetingItem = ({ random }: Stock) =>
  random.percent(6) ? random.of('signing', 'ball') : random.of('lunch', 'talk', 'dinner');
const signingItem = ({ random }: Stock) =>
  random.percent(6) ? random.of('lunch', 'ball') : random.of('signing', 'sealing');
const agreement = ({ random }: Stock) => random.of('accord', 'accord', 'pact');
const party = ({ random }: Stock) => (random.percent(8) ? 'cnbc' : random.of('us', 'dprk'));

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

function published(stock: Stock): Draft {
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

function changed(stock: Stock): Draft {
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

function clocks(stock: Stock): Data {
  const { random } = stock;
  if (!random.percent(35)) return {};
  const [start, end] = [instant(random), instant(random)].toSorted((x, y) => Date.parse(x) - Date.parse(y));
  return {
    start: random.percent(4) ? instant(random, 50) : start,
    ...random.some(60, () => ({ end })),
  };
}

/** Clocks need an occurredAt around them, or hardly any would fit. */
const spacious = (data: Data): Data =>
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

function held(stock: Stock): Draft {
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

function canceled(stock: Stock): Draft {
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

function calledOff({ random }: Stock): Draft {
  const data = { summitId: 'a', itemId: 'a', announced: random.percent(90) };
  return { name: 'RecordMeetingCanceled', data };
}

function signed(stock: Stock): Draft {
  const { random } = stock;
  const when = clocks(stock);
  const agreements = random.percent(2) ? [] : [{ agreementId: agreement(stock), title: 'An agreement' }];
  return {
    name: 'RecordSigningHeld',
    data: {
      ...random.some(75, () => ({ itemId: signingItem(stock) })),
      agreements,
      signatories: [{ actorId: actor(stock), forParty: party(stock) }],
      ...when,
    },
    ...random.some(90, () => spacious(when)),
  };
}

function signingCanceled(stock: Stock): Draft {
  const { random } = stock;
  return {
    name: 'RecordSigningCanceled',
    data: {
      itemId: signingItem(stock),
      ...random.some(40, () => ({ canceledBy: actor(stock) })),
      ...random.some(25, () => ({
        reason: 'sanctions',
        ...random.some(70, () => ({ reasonAccordingTo: actor(stock) })),
      })),
      ...random.some(10, () => ({ papersReady: { value: true, accordingTo: actor(stock) } })),
    },
  };
}

function outlined(stock: Stock): Draft {
  const { random } = stock;
  return {
    name: 'OutlineAgreement',
    data: {
      agreementId: agreement(stock),
      reportedBy: actor(stock),
      status: random.of('draft', 'tentative', 'final_text'),
      terms: random.percent(4)
        ? []
        : [{ n: 1, issue: 'peace', content: random.of('peace', 'a liaison office') }],
    },
  };
}

function adopted(stock: Stock): Draft {
  const { random } = stock;
  return {
    name: 'RecordAgreementAdopted',
    data: {
      agreementId: agreement(stock),
      mode: random.percent(3) ? 'signed' : random.of('consensus', 'verbal'),
      parties: random.percent(50) ? 'all' : [party(stock)],
    },
  };
}

function withdrawn(stock: Stock): Draft {
  const data = { agreementId: agreement(stock), party: party(stock), medium: 'a tweet' };
  return { name: 'RecordEndorsementWithdrawn', data };
}

function concluded({ random }: Stock): Draft {
  const manner = random.of('as_planned', 'cut_short', 'called_off');
  return {
    name: 'ConcludeSummit',
    data: { manner, agreement: random.of('none', 'none', 'full', 'partial') },
  };
}

function followedUp({ random }: Stock): Draft {
  return {
    name: 'AnnounceFollowUp',
    data: {
      level: random.of('leaders', 'teams'),
      status: random.of('planned', 'not_planned'),
      content: 'to meet again',
      ...random.some(30, () => ({ when: '2020' })),
    },
  };
}

function registered({ random }: Stock): Draft {
  return {
    name: 'RegisterSummit',
    data: {
      summitId: random.of('a', 'c'),
      title: 'A summit',
      place: 'Vienna',
      parties: random.percent(25) ? ['us'] : ['us', 'dprk'],
      ...random.some(80, () => ({ timeZone: 'Europe/Vienna' })),
      ...random.some(40, () => ({ previous: random.of('b', 'nowhere') })),
    },
    over: { occurredAt: random.of('2019-06', '2090-01-01') },
  };
}
