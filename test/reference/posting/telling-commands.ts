import { actor, address, type Draft, type Stock } from './commands.js';
import type { Data, Rec } from '../ledger/record.js';
import { time } from './times.js';
import { issues, quotes, summits } from './world.js';

/** A command about what was said, wanted, promised or foretold, or an entry into the registry. */
export function tellingCommand(stock: Stock): Draft {
  return stock.random.weighted(drafts)(stock);
}

const drafts: readonly (readonly [number, (stock: Stock) => Draft])[] = [
  [12, said],
  [9, wanted],
  [7, promised],
  [7, assessed],
  [7, foretold],
  [7, resolved],
  [9, sanctioned],
  [2, actorRegistered],
  [2, sourceRegistered],
];

const summitIds = ({ random }: Stock): readonly string[] =>
  random.weighted<readonly string[]>([
    [70, ['a']],
    [14, [...summits]],
    [8, []],
    [8, ['b']],
    [2, ['nowhere']],
  ]);

const links = (stock: Stock, share: number, name: string): Data =>
  stock.random.some(share, () => ({ [name]: [address(stock)] }));

function said(stock: Stock): Draft {
  const { random } = stock;
  const quote = () => (random.percent(3) ? 'long '.repeat(130) : random.of(...quotes));
  const form = random.weighted([
    [70, 'quote'],
    [20, 'paraphrase'],
    [10, 'declined_to_answer'],
  ] as const);
  return {
    name: 'RecordStatement',
    data: {
      statementId: `q${random.below(40)}`,
      summitIds: summitIds(stock),
      speaker: random.percent(40) ? 'us.trump' : actor(stock),
      genre: random.of('statement', 'statement', 'assessment', 'background'),
      form,
      ...random.some(form === 'quote' ? 96 : 0, () => ({ quotes: [quote()] })),
      ...random.some(form === 'paraphrase' ? 95 : 0, () => ({ paraphrase: 'that all is well' })),
      ...random.some(form === 'declined_to_answer' ? 70 : 5, () => ({ question: 'And now?' })),
      ...random.some(25, () => ({ affiliation: actor(stock) })),
      ...random.some(30, () => ({ topic: random.of(...issues) })),
      ...random.some(20, () => ({ allowDuplicate: true })),
      ...links(stock, 20, 'about'),
    },
  };
}

function wanted(stock: Stock): Draft {
  const { random } = stock;
  return {
    name: 'RecordPosition',
    data: {
      summitId: random.percent(80) ? 'a' : 'b',
      party: random.percent(6) ? 'cnbc' : random.of('us', 'dprk'),
      issue: random.of(...issues),
      kind: random.of('goal', 'demand', 'condition'),
      content: random.of('all of it', 'some of it'),
      ...random.some(15, () => ({ phase: random.of('before', 'at_table', 'after') })),
      ...links(stock, 30, 'basis'),
    },
  };
}

function promised(stock: Stock): Draft {
  const { random } = stock;
  const promisor = random.of('dprk.kim', 'us.trump', 'us');
  const attribution = random.of('self', 'reported_by_promisee', 'third_party');
  return {
    name: 'RecordCommitment',
    data: {
      commitmentId: `c${random.below(5)}`,
      summitIds: summitIds(stock),
      promisor,
      promisee: random.percent(12) ? promisor : 'dprk',
      form: 'verbal',
      issue: random.of(...issues),
      content: 'no testing',
      attribution,
      ...random.some(15, () => ({ deadline: time(random, []) })),
      ...links(stock, 40, 'basis'),
    },
    ...random.some(attribution === 'self' ? 70 : 0, () => ({ over: { accordingTo: promisor } })),
  };
}

function assessed(stock: Stock): Draft {
  const { random } = stock;
  return {
    name: 'AssessCommitment',
    data: {
      commitmentId: `c${random.below(5)}`,
      status: random.of('in_the_works', 'kept', 'broken'),
      assessor: actor(stock),
      basis: basis(stock),
    },
  };
}

const isOutcome = ({ type }: Rec) => /^(Meeting|Signing|AgreementAdopted|SummitConcluded)/.test(type);

const basis = (stock: Stock): readonly string[] =>
  stock.random.percent(4)
    ? []
    : stock.random.percent(20)
      ? [address(stock), address(stock)]
      : [address(stock)];

function foretold(stock: Stock): Draft {
  const { random, list } = stock;
  const outcome = random.percent(35) ? random.from(list.filter(isOutcome))?.address : undefined;
  return {
    name: 'RecordPrediction',
    data: {
      predictionId: `p${random.below(5)}`,
      summitIds: summitIds(stock),
      by: actor(stock),
      claim: 'that it will be signed',
      ...random.some(20, () => ({ quotes: ['it will be signed'] })),
      ...random.some(40, () => ({ probability: random.of(0.2, 0.9, 0.9, 1.5) })),
      ...links(stock, 60, 'about'),
      ...(outcome !== undefined && { about: [outcome] }),
    },
    ...(outcome !== undefined && random.some(60, () => ({ over: { occurredAt: '2019-06' } }))),
  };
}

function resolved(stock: Stock): Draft {
  const { random } = stock;
  return {
    name: 'ResolvePrediction',
    data: {
      predictionId: `p${random.below(5)}`,
      outcome: random.of('fulfilled', 'partly', 'defied', 'unresolvable'),
      resolvedBy: actor(stock),
      basis: basis(stock),
    },
  };
}

function sanctioned(stock: Stock): Draft {
  const { random } = stock;
  return {
    name: 'ReportSanctions',
    data: {
      regimeId: random.of('un', 'un', 'us'),
      imposer: random.of('us', 'us', 'vox'),
      target: 'dprk',
      status: random.of('in_force', 'continues', 'continues', 'lifted', 'lifted', 'eased'),
      ...random.some(60, () => ({ summitIds: summitIds(stock) })),
      ...random.some(40, () => ({ measures: ['coal', 'oil'] })),
    },
  };
}

function actorRegistered({ random }: Stock): Draft {
  const isAnonymous = random.percent(50);
  return {
    name: 'RegisterActor',
    data: {
      actorId: random.percent(70) ? `someone-${random.below(9)}` : 'us',
      kind: isAnonymous ? 'anonymous' : 'person',
      names: isAnonymous && random.percent(60) ? [] : ['Somebody'],
      ...random.some(30, () => ({ memberships: [{ org: random.of('us', 'nobody'), role: 'aide' }] })),
    },
  };
}

function sourceRegistered({ random }: Stock): Draft {
  return {
    name: 'RegisterSource',
    data: {
      sourceId: random.percent(70) ? `T${random.below(9)}` : 'S01',
      kind: 'article',
      ...random.some(50, () => ({ publisher: random.of('cnbc', 'nobody') })),
      ...random.some(20, () => ({ via: random.of('S01', 'S99') })),
      ...random.some(40, () => ({
        publishedAt: random.of('2019', '2019-03', '2019-02-28T09:00:00Z', '2019-02-28T09:00:00'),
      })),
    },
  };
}
