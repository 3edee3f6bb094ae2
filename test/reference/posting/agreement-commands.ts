import { actor, type Draft, type Stock } from './commands.js';
import { clocks, spacious } from './programme-commands.js';

const signingItem = ({ random }: Stock) =>
  random.percent(6) ? random.of('lunch', 'ball') : random.of('signing', 'sealing');
const agreement = ({ random }: Stock) => random.of('accord', 'accord', 'pact');
const party = ({ random }: Stock) => (random.percent(8) ? 'cnbc' : random.of('us', 'dprk'));

export function signed(stock: Stock): Draft {
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

export function signingCanceled(stock: Stock): Draft {
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

export function outlined(stock: Stock): Draft {
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

export function adopted(stock: Stock): Draft {
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

export function withdrawn(stock: Stock): Draft {
  const data = { agreementId: agreement(stock), party: party(stock), medium: 'a tweet' };
  return { name: 'RecordEndorsementWithdrawn', data };
}

export function concluded({ random }: Stock): Draft {
  const manner = random.of('as_planned', 'cut_short', 'called_off');
  return {
    name: 'ConcludeSummit',
    data: { manner, agreement: random.of('none', 'none', 'full', 'partial') },
  };
}

export function followedUp({ random }: Stock): Draft {
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

export function registered({ random }: Stock): Draft {
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
