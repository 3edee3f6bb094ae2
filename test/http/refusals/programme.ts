import { day } from '../../given.js';
import { item, signatures, signing } from '../../summit-x.js';
import { SummitPostings } from '../postings.js';
import type { RefusalCase } from './refusal-case.js';

const next = { recordId: 'next' };
const on = (date: string) => ({ occurredAt: day(date) });

/** What is planned, and what comes of it. */
export const schedule: readonly RefusalCase[] = [
  [
    'a schedule of an unknown summit',
    404,
    'unknown_summit',
    () => ({ when: new SummitPostings('nowhere').published([item('lunch')]) }),
  ],
  [
    'a revision that is there',
    409,
    'revision_exists',
    (s) => ({ when: s.published([item('lunch')], {}, next), inTheWay: [s.record('plan')] }),
  ],
  [
    'an item that is listed twice',
    422,
    'duplicate_item',
    (s) => ({ when: s.published([item('tea'), item('tea')], { revision: 2 }, next) }),
  ],
  [
    'a schedule after the conclusion',
    409,
    'summit_concluded',
    (s) => ({
      given: [s.concluded({}, on('2019-02-28'))],
      when: s.published([item('lunch')], { revision: 2 }, { ...next, ...on('2019-03-02') }),
      inTheWay: [s.record('concluded')],
    }),
  ],
  [
    'an item of another kind than before',
    409,
    'item_kind_changed',
    (s) => ({
      when: s.published([item('lunch', { kind: 'plenary' })], { revision: 2 }, next),
    }),
  ],
  ['a change of an unknown item', 422, 'unknown_item', (s) => ({ when: s.changed('tea', { title: 'Tea' }) })],
  ['a change that changes nothing', 422, 'no_change', (s) => ({ when: s.changed('lunch') })],
  [
    'a reinstatement of what is not canceled',
    409,
    'not_canceled',
    (s) => ({ when: s.changed('lunch', { change: 'reinstated' }) }),
  ],
  [
    'a change of what was canceled before',
    409,
    'item_canceled',
    (s) => ({
      given: [s.canceled('lunch', on('2019-02-27'))],
      when: s.changed('lunch', { title: 'Late lunch' }, on('2019-02-28')),
      inTheWay: [s.record('canceled')],
    }),
  ],
  [
    'a change of what was held before',
    409,
    'item_held',
    (s) => ({
      given: [s.held('lunch', {}, on('2019-02-27'))],
      when: s.changed('lunch', { title: 'Late lunch' }, on('2019-02-28')),
      inTheWay: [s.record('held')],
    }),
  ],
];

export const outcomes: readonly RefusalCase[] = [
  ['a meeting of an unknown item', 422, 'unknown_item', (s) => ({ when: s.held('tea') })],
  ['a meeting that is a signing', 422, 'is_a_signing', (s) => ({ when: s.held('signing') })],
  [
    'a meeting that was held already',
    409,
    'contradicts_record',
    (s) => ({
      given: [s.held('lunch')],
      when: s.held('lunch', { meetingId: 'other' }, next),
      inTheWay: [s.record('held')],
    }),
  ],
  [
    'a meeting whose id is taken',
    409,
    'contradicts_record',
    (s) => ({
      given: [s.held('lunch')],
      when: s.held(undefined, { meetingId: 'lunch' }, next),
      inTheWay: [s.record('held')],
    }),
  ],
  [
    'a meeting that was canceled',
    409,
    'contradicts_record',
    (s) => ({ given: [s.canceled('lunch')], when: s.held('lunch'), inTheWay: [s.record('canceled')] }),
  ],
  [
    'a meeting of a summit that was called off',
    409,
    'contradicts_record',
    (s) => ({ given: [s.canceled()], when: s.held('lunch'), inTheWay: [s.record('canceled')] }),
  ],
  ['a cancellation of an unknown item', 422, 'unknown_item', (s) => ({ when: s.canceled('tea') })],
  ['a cancellation of a signing as a meeting', 422, 'is_a_signing', (s) => ({ when: s.canceled('signing') })],
  [
    'a second cancellation',
    409,
    'contradicts_record',
    (s) => ({
      given: [s.canceled('lunch')],
      when: s.canceled('lunch', next),
      inTheWay: [s.record('canceled')],
    }),
  ],
  [
    'a cancellation of what was held',
    409,
    'contradicts_record',
    (s) => ({ given: [s.held('lunch')], when: s.canceled('lunch'), inTheWay: [s.record('held')] }),
  ],
  ['a signing of what is none', 422, 'not_a_signing', (s) => ({ when: s.signed('lunch') })],
  [
    'a signing that was canceled',
    409,
    'contradicts_record',
    (s) => ({ given: [s.signingCanceled()], when: s.signed('signing'), inTheWay: [s.record('unsigned')] }),
  ],
  [
    'a signing that was held already',
    409,
    'contradicts_record',
    (s) => ({
      given: [s.signed('signing')],
      when: s.signed('signing', {}, next),
      inTheWay: [s.record('signed')],
    }),
  ],
  [
    'a signature for no party',
    422,
    'not_a_party',
    (s) => ({ when: s.signed('signing', { signatories: [{ actorId: 'vn', forParty: 'vn' }] }) }),
  ],
  [
    'a signing of nothing',
    422,
    'agreement_required',
    (s) => ({ when: s.signed('signing', { agreements: [] }) }),
  ],
  [
    'a canceled signing of an unknown item',
    422,
    'unknown_item',
    (s) => ({ when: s.signingCanceled({ itemId: 'tea' }) }),
  ],
  [
    'a canceled signing of what is none',
    422,
    'not_a_signing',
    (s) => ({ when: s.signingCanceled({ itemId: 'lunch' }) }),
  ],
  [
    'a signing that is canceled twice',
    409,
    'contradicts_record',
    (s) => ({
      given: [s.signingCanceled()],
      when: s.signingCanceled({}, next),
      inTheWay: [s.record('unsigned')],
    }),
  ],
  [
    'a canceled signing that was held',
    409,
    'contradicts_record',
    (s) => ({ given: [s.signed('signing')], when: s.signingCanceled(), inTheWay: [s.record('signed')] }),
  ],
  [
    'a reason that is nobody’s account',
    422,
    'account_required',
    (s) => ({ when: s.signingCanceled({ reason: 'a quarrel' }) }),
  ],
];

export const agreements: readonly RefusalCase[] = [
  ['an outline without terms', 422, 'terms_required', (s) => ({ when: s.outlined({ terms: [] }) })],
  [
    'an outline of what was adopted before',
    409,
    'agreement_concluded',
    (s) => ({
      given: [s.adopted({}, on('2019-02-27'))],
      when: s.outlined({}, on('2019-02-28')),
      inTheWay: [s.record('adopted')],
    }),
  ],
  [
    'a second adoption',
    409,
    'agreement_concluded',
    (s) => ({ given: [s.adopted()], when: s.adopted({}, next), inTheWay: [s.record('adopted')] }),
  ],
  [
    'an adoption of what was signed',
    409,
    'agreement_concluded',
    (s) => ({ given: [s.signed('signing')], when: s.adopted(), inTheWay: [s.record('signed')] }),
  ],
  [
    'a withdrawal of what was never endorsed',
    422,
    'not_an_endorser',
    (s) => ({ given: [s.adopted({ parties: ['us'] })], when: s.withdrawn('dprk') }),
  ],
  [
    'a second withdrawal',
    409,
    'already_withdrawn',
    (s) => ({
      given: [s.adopted(), s.withdrawn('us')],
      when: s.withdrawn('us', next),
      inTheWay: [s.record('withdrawn')],
    }),
  ],
  [
    'a second conclusion',
    409,
    'summit_concluded',
    (s) => ({ given: [s.concluded()], when: s.concluded({}, next), inTheWay: [s.record('concluded')] }),
  ],
  [
    'no agreement where one stands',
    409,
    'contradicts_record',
    (s) => ({
      given: [s.signed('signing', signatures, on('2019-02-27'))],
      when: s.concluded({ agreement: 'none' }),
      inTheWay: [s.record('signed')],
    }),
  ],
  [
    'an agreement where none is on record',
    409,
    'contradicts_record',
    (s) => ({ when: s.concluded({ agreement: 'full' }) }),
  ],
  [
    'a signing under a canceled root',
    409,
    'contradicts_record',
    (s) => ({ given: [s.canceled()], when: s.signed(signing.itemId), inTheWay: [s.record('canceled')] }),
  ],
];
