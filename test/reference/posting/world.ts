import type { Command, Data } from '../ledger/record.js';

/** The small world in which everything happens: what a sequence may name, and what is there from the start. */
export const actors = ['us', 'dprk', 'us.trump', 'dprk.kim', 'wh', 'cnbc', 'vox', 'anon'] as const;
export const publishers = ['wh', 'dprk', 'cnbc'] as const;
export const sources = ['S01', 'S02', 'S03', 'S04'] as const;
export const summits = ['a', 'b'] as const;
export const items = ['lunch', 'talk', 'signing', 'sealing', 'dinner'] as const;
export const kindOfItem: Readonly<Record<string, string>> = {
  lunch: 'meal',
  talk: 'one_on_one',
  signing: 'signing',
  sealing: 'signing',
  dinner: 'meal',
};
export const issues = ['sanctions', 'peace'] as const;
export const quotes = ['No rush.', 'no rush', 'The right deal', 'Hà Nội', 'Ha Noi'] as const;

const member = (actorId: string, kind: string, orgs: readonly string[] = []): Command => ({
  name: 'RegisterActor',
  body: {
    data: { actorId, kind, names: [actorId], memberships: orgs.map((org) => ({ org, role: 'member' })) },
  },
});

const source = (sourceId: string, data: Data): Command => ({
  name: 'RegisterSource',
  body: { data: { sourceId, kind: 'article', ...data } },
});

const summit = (summitId: string, data: Data, occurredAt: unknown): Command => ({
  name: 'RegisterSummit',
  body: {
    recordId: 'registered',
    occurredAt,
    accordingTo: 'cnbc',
    sources: [{ sourceId: 'S01' }],
    data: { summitId, title: `Summit ${summitId}`, place: 'Hanoi', parties: ['us', 'dprk'], ...data },
  },
});

const schedule = (summitId: string): Command => ({
  name: 'PublishSchedule',
  body: {
    occurredAt: '2019-02-20',
    accordingTo: 'wh',
    sources: [{ sourceId: 'S02' }],
    data: {
      summitId,
      publisher: 'wh',
      revision: 0,
      items: items.map((itemId, order) => ({ itemId, order, kind: kindOfItem[itemId], title: itemId })),
    },
  },
});

export const beginning: readonly Command[] = [
  member('us', 'state'),
  member('dprk', 'state'),
  member('wh', 'organization', ['us']),
  member('us.trump', 'person', ['wh']),
  member('dprk.kim', 'person', ['dprk']),
  member('cnbc', 'organization'),
  member('vox', 'organization'),
  { name: 'RegisterActor', body: { data: { actorId: 'anon', kind: 'anonymous', names: [], count: 3 } } },
  source('S01', { publisher: 'cnbc', publishedAt: '2019-02-28' }),
  source('S02', { publisher: 'wh', publishedAt: '2019-02-27T10:00:00Z' }),
  source('S03', { publisher: 'vox' }),
  source('S04', {}),
  summit('a', { timeZone: 'Asia/Ho_Chi_Minh', seriesId: 'series', ordinal: 1 }, '2019-02-27/2019-02-28'),
  summit(
    'b',
    { timeZone: '-05:00', parties: ['us', 'dprk', 'vox'], previous: 'a', seriesId: 'series', ordinal: 2 },
    '2019-02-28',
  ),
  schedule('a'),
  schedule('b'),
];
