import { actor, note, tell } from '../postings.js';
import type { RefusalCase } from './refusal-case.js';

const ofThatDay = '2019-02-28T00:00:00+07:00';

/** The "all" row of domain.md §2.5. */
export const everyCommand: readonly RefusalCase[] = [
  ['no source', 422, 'source_required', (s) => ({ when: s.concluded({}, { sources: [] }) })],
  ['sources left out', 422, 'source_required', (s) => ({ when: s.concluded({}, { sources: undefined }) })],
  [
    'an unknown source',
    422,
    'unknown_source',
    (s) => ({ when: s.concluded({}, { sources: [{ sourceId: 'S99' }] }) }),
  ],
  [
    'an unknown source between',
    422,
    'unknown_source',
    (s) => ({ when: s.concluded({}, { sources: [{ sourceId: 'S01', via: 'S99' }] }) }),
  ],
  [
    'a quote without a place in its source',
    422,
    'locator_required',
    (s) => ({ when: s.said(s.id, {}, { sources: [{ sourceId: 'S01' }] }) }),
  ],
  ['an unknown actor', 422, 'unknown_actor', (s) => ({ when: s.concluded({}, { accordingTo: 'nobody' }) })],
  ['no speaker', 422, 'unknown_actor', (s) => ({ when: s.said(s.id, { speaker: undefined }) })],
  [
    'an anonymous actor of another publisher',
    422,
    'anonymous_not_shared',
    (s) => ({
      given: [
        actor(`${s.id}-anon`, { kind: 'anonymous', names: [] }),
        s.said(`${s.id}-1`, { speaker: `${s.id}-anon` }),
      ],
      when: s.said(
        `${s.id}-2`,
        { speaker: `${s.id}-anon` },
        { sources: [{ sourceId: 'S02', locator: 'L1' }] },
      ),
      inTheWay: [`statement-${s.id}-1/said`],
    }),
  ],
  [
    'an anonymous actor of two publishers at once',
    422,
    'anonymous_not_shared',
    (s) => ({
      given: [actor(`${s.id}-anon`, { kind: 'anonymous', names: [] })],
      when: s.said(
        s.id,
        { speaker: `${s.id}-anon` },
        { sources: [{ sourceId: 'S01', locator: 'L1' }, { sourceId: 'S02' }] },
      ),
    }),
  ],
  [
    'an unknown summit',
    404,
    'unknown_summit',
    (s) => ({ when: s.said(s.id, { summitIds: [s.id, 'nowhere'] }) }),
  ],
  [
    'a time that ends where it begins',
    422,
    'time_reversed',
    (s) => ({
      when: s.concluded(
        {},
        { occurredAt: { from: ofThatDay, to: ofThatDay, precision: 'day', timeZone: null } },
      ),
    }),
  ],
  [
    'a start outside the time of the whole',
    422,
    'time_reversed',
    (s) => ({ when: s.held('lunch', { start: '2019-03-05T12:00:00Z' }) }),
  ],
  [
    'an end before the start',
    422,
    'time_reversed',
    (s) => ({ when: s.held('lunch', { start: '2019-02-28T06:00:00Z', end: '2019-02-28T05:00:00Z' }) }),
  ],
  [
    'a plan that ends before it begins',
    422,
    'time_reversed',
    (s) => ({
      when: s.changed('lunch', { plannedStart: '2019-02-28T12:00', plannedEnd: '2019-02-28T11:00' }),
    }),
  ],
  [
    'a fact of the future',
    422,
    'in_the_future',
    (s) => ({ when: s.concluded({}, { occurredAt: '2999-01-01' }) }),
  ],
  [
    'a time without offset',
    422,
    'time_zone_required',
    (s) => ({
      when: s.concluded(
        {},
        { occurredAt: { from: '2019-02-28T00:00:00', to: null, precision: 'after', timeZone: null } },
      ),
    }),
  ],
  [
    'a clock of no known place',
    422,
    'time_zone_required',
    (s) => ({
      when: tell(
        'ReportSanctions',
        { regimeId: s.id, imposer: 'us', target: 'dprk', status: 'in_force' },
        { occurredAt: '2019-02-28T09:00' },
      ),
    }),
  ],
  [
    'a recordId that is taken',
    409,
    'record_exists',
    (s) => ({ when: s.concluded({}, { recordId: 'plan' }), inTheWay: [s.record('plan')] }),
  ],
];

export const registry: readonly RefusalCase[] = [
  ['an actor who is there', 409, 'already_registered', () => ({ when: actor('us') })],
  [
    'a source that is there',
    409,
    'already_registered',
    () => ({ when: note('RegisterSource', { sourceId: 'S01', kind: 'article' }) }),
  ],
  [
    'an anonymous actor with a name',
    422,
    'anonymous_not_shared',
    (s) => ({ when: actor(s.id, { kind: 'anonymous', names: ['Deep Throat'] }) }),
  ],
  ['a summit that is there', 409, 'already_registered', (s) => ({ when: s.registered() })],
  [
    'a source published at a time without offset',
    422,
    'time_zone_required',
    (s) => ({
      when: note('RegisterSource', { sourceId: s.id, kind: 'article', publishedAt: '2019-02-28T09:00' }),
    }),
  ],
  [
    'a summit without a zone',
    422,
    'time_zone_required',
    (s) => ({
      when: s.of('RegisterSummit', {
        summitId: `${s.id}-2`,
        title: 'T',
        parties: ['us', 'dprk'],
        place: 'P',
      }),
    }),
  ],
  [
    'a summit of one party',
    422,
    'parties_required',
    (s) => ({
      when: s.of('RegisterSummit', {
        summitId: `${s.id}-2`,
        title: 'T',
        parties: ['us'],
        place: 'P',
        timeZone: 'Asia/Tokyo',
      }),
    }),
  ],
  [
    'a summit after an unknown one',
    404,
    'unknown_summit',
    (s) => ({
      when: s.of('RegisterSummit', {
        summitId: `${s.id}-2`,
        title: 'T',
        parties: ['us', 'dprk'],
        place: 'P',
        timeZone: 'Asia/Tokyo',
        previous: 'nowhere',
      }),
    }),
  ],
];
