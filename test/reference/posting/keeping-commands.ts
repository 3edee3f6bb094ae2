import { actor, address, type Draft, type Stock } from './commands.js';
import { isKeeping, list, type Data, type Rec } from '../ledger/record.js';
import { instant, time, wall } from './times.js';
import { kindOfItem, quotes } from './world.js';

/** A command about a record, or about what was recorded of one. */
export function keepingCommand(stock: Stock): Draft {
  return stock.random.weighted(drafts)(stock);
}

const drafts: readonly (readonly [number, (stock: Stock) => Draft])[] = [
  [30, corrected],
  [26, retracted],
  [12, corroborated],
  [10, disputed],
  [14, merged],
];

/** Registrations of what everything else rests on are left alone. */
function target(stock: Stock): string {
  const found = address(stock);
  const record = stock.list.find((one) => one.address === found);
  return record && /Registered$/.test(record.type) ? address(stock) : found;
}

function retracted(stock: Stock): Draft {
  const { random, list } = stock;
  const retractions = list.filter(({ type }) => type === 'RecordRetracted');
  const again = random.percent(25) ? random.from(retractions)?.address : undefined;
  const of = again ?? target(stock);
  const isRegistration = /\/registered$|^(actor|source)-/.test(of);
  return {
    name: 'RetractRecord',
    data: {
      target: isRegistration ? 'summit-a/none' : of,
      reason: 'it is not so',
      by: random.of('ledger', 'publisher'),
    },
  };
}

function corroborated(stock: Stock): Draft {
  const { random } = stock;
  return {
    name: 'CorroborateRecord',
    data: { target: address(stock), ...random.some(30, () => ({ rendering: 'in other words' })) },
  };
}

function disputed(stock: Stock): Draft {
  const { random } = stock;
  const of = target(stock);
  return {
    name: 'DisputeRecord',
    data: {
      target: of,
      by: actor(stock),
      ...random.some(70, () => ({ counterRecord: random.percent(6) ? of : alike(stock, of) })),
    },
  };
}

/** Another record of the same type and summit, as far as there is one: views of a summit look no further. */
function alike(stock: Stock, of: string): string {
  const { random, list } = stock;
  const record = list.find((one) => one.address === of);
  const others = list.filter(
    (one) =>
      one.type === record?.type && one.address !== of && one.data['summitId'] === record.data['summitId'],
  );
  return (random.percent(90) ? random.from(others)?.address : undefined) ?? address(stock);
}

function merged(stock: Stock): Draft {
  const { random, list } = stock;
  const told = list.filter((record) => !isKeeping(record) && !/Registered$/.test(record.type));
  const survivor = random.from(told)?.address ?? 'summit-a/none';
  const duplicate = random.percent(5) ? survivor : alike(stock, survivor);
  const record = list.find((one) => one.address === duplicate);
  const isFact = record !== undefined && !isKeeping(record) && !/Registered$/.test(record.type);
  const duplicates = [isFact || random.percent(10) ? duplicate : (random.from(told)?.address ?? duplicate)];
  return { name: 'MergeRecords', data: { survivor, duplicates, reason: 'the same' } };
}

function corrected(stock: Stock): Draft {
  const { random, list } = stock;
  const corrections = list.filter(({ type }) => type === 'RecordCorrected');
  const again = random.percent(20) ? random.from(corrections)?.address : undefined;
  const of = again ?? address(stock);
  const record = list.find((one) => one.address === of);
  return {
    name: 'CorrectRecord',
    data: {
      target: of,
      patch: record ? patchOf(stock, record) : { certainty: 'implied' },
      ...random.some(97, () => ({ reason: 'misread' })),
      cause: random.of('error', 'new_information', 'source_corrected'),
    },
  };
}

function patchOf(stock: Stock, record: Rec): Data {
  const { random } = stock;
  const data = random.percent(70) ? dataPatch(stock, record) : undefined;
  const isTold = !isKeeping(record) && !/^(Actor|Source)Registered$/.test(record.type);
  return {
    ...(data !== undefined && { data }),
    ...random.some(isTold && data === undefined ? 70 : 10, () => ({ occurredAt: timePatch(stock) })),
    ...random.some(12, () => ({ disclosedAt: random.percent(25) ? null : time(random, []) })),
    ...random.some(4, () => ({ embargoUntil: random.percent(40) ? null : instant(random) })),
    ...random.some(8, () => ({ accordingTo: actor(stock) })),
    ...random.some(8, () => ({ certainty: random.of('implied', 'explicit') })),
  };
}

function timePatch(stock: Stock): Data | string {
  const { random } = stock;
  return random.weighted<() => Data | string>([
    [50, () => time(random, [address(stock)])],
    [20, () => ({ from: random.percent(40) ? null : instant(random) })],
    [20, () => ({ to: random.percent(40) ? null : instant(random) })],
    [10, () => ({ precision: 'minute' })],
  ])();
}

function dataPatch(stock: Stock, record: Rec): Data {
  const { random } = stock;
  const anywhere: Data = random.weighted<() => Data>([
    [6, () => ({ summitId: 'b' })],
    [2, () => ({ surprise: 1 })],
    [2, () => ({ place: null })],
  ])();
  if (random.percent(8)) return anywhere;
  return patches[record.type]?.(stock, record) ?? anywhere;
}

const item = ({ random }: Stock) => random.of(...(Object.keys(kindOfItem) as ['lunch']), 'ball');

/** What is likely to be corrected in a record of a type. */
const patches: Readonly<Partial<Record<Rec['type'], (stock: Stock, record: Rec) => Data>>> = {
  SchedulePublished: ({ random }, { data }) => ({
    items: list<Data>(data, 'items').map((line) => ({
      ...line,
      ...random.some(40, () => ({ plannedStart: wall(random), plannedEnd: undefined })),
    })),
  }),
  ScheduleItemChanged: ({ random }) => ({ plannedStart: random.percent(30) ? null : wall(random) }),
  MeetingHeld: (stock) => ({
    ...stock.random.some(30, () => ({ start: stock.random.percent(20) ? null : instant(stock.random) })),
    ...stock.random.some(40, () => ({ itemId: stock.random.percent(20) ? null : item(stock) })),
    ...stock.random.some(30, () => ({ extent: stock.random.of('cut_short', null) })),
  }),
  MeetingCanceled: (stock) => ({
    ...stock.random.some(50, () => ({ announced: stock.random.percent(50) })),
    ...stock.random.some(40, () => ({ canceledBy: actor(stock) })),
    ...stock.random.some(25, () => ({ itemId: item(stock) })),
  }),
  SigningCanceled: (stock) => ({ canceledBy: actor(stock), itemId: item(stock) }),
  SigningHeld: (stock) => ({ itemId: item(stock) }),
  AgreementAdopted: ({ random }) => ({ parties: random.of<unknown>('all', ['us']) }),
  SummitConcluded: ({ random }) => ({ agreement: random.of('none', 'full') }),
  SummitRegistered: ({ random }) => ({ title: random.of('The summit', 'Summit a'), ordinal: 3 }),
  StatementIssued: (stock) => ({
    ...stock.random.some(60, () => ({ quotes: [stock.random.of(...quotes)] })),
    ...stock.random.some(40, () => ({ speaker: actor(stock) })),
    ...stock.random.some(5, () => ({ statementId: 'q1' })),
  }),
  PositionTaken: (stock) => ({ content: stock.random.of('all of it', 'some of it') }),
  CommitmentMade: (stock) => ({ promisee: actor(stock) }),
  CommitmentAssessed: ({ random }) => ({ status: random.of('kept', 'broken') }),
  PredictionMade: (stock) => ({ by: actor(stock), probability: 0.5 }),
  PredictionResolved: ({ random }) => ({ outcome: random.of('fulfilled', 'defied') }),
  SanctionsReported: ({ random }) => ({
    ...random.some(80, () => ({ status: random.of('lifted', 'in_force', 'continues') })),
    ...random.some(30, () => ({ target: 'vox' })),
  }),
  RecordCorrected: (stock) => {
    const about = stock.list.find((one) => one.address === stock.random.of('x'));
    const patch = about ? {} : { certainty: stock.random.of('implied', 'explicit') };
    return { patch: stock.random.percent(50) ? patch : { data: { reason: 'else' } } };
  },
  RecordRetracted: ({ random }) => ({ by: random.of('ledger', 'publisher') }),
};
