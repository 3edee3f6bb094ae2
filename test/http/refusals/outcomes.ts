import type { RefusalCase } from './refusal-case.js';

const next = { recordId: 'next' };

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
