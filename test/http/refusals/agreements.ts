import { day } from '../../given.js';
import { signatures, signing } from '../../summit-x.js';
import type { RefusalCase } from './refusal-case.js';

const next = { recordId: 'next' };
const on = (date: string) => ({ occurredAt: day(date) });

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
