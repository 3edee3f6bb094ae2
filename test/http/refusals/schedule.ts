import { day } from '../../given.js';
import { item } from '../../summit-x.js';
import { SummitPostings } from '../postings.js';
import type { RefusalCase } from './refusal-case.js';

const next = { recordId: 'next' };
const on = (date: string) => ({ occurredAt: day(date) });

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
