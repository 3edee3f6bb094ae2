import { describe, expect, it } from '@jest/globals';
import { hanoi } from '../../test/hanoi.js';
import { dossiersOf, type TestEvent } from '../../test/given.js';
import {
  adopted,
  as,
  canceled,
  changed,
  held,
  item,
  outlined,
  programme,
  published,
  registered,
  reinstated,
  retracted,
  signed,
  signingCanceled,
  withdrawn,
  x,
} from '../../test/summit-x.js';
import { effectiveFacts } from '../records/effective.js';
import { Programme } from './programme.js';
import { endorsersOf } from './programme/agreements.js';

const records = (facts: readonly { readonly record: string }[]) => facts.map((fact) => fact.record);
const of = (...events: TestEvent[]) => Programme.of('x', effectiveFacts(dossiersOf(events)));

describe('Programme', () => {
  it('knows an item once any revision lists it, and the root', () => {
    const known = of(...programme, published([item('dinner')], { revision: 2 }));
    expect(known.items.map(({ itemId, kind }) => [itemId, kind])).toEqual([
      ['lunch', 'meal'],
      ['signing', 'signing'],
      ['dinner', 'meal'],
    ]);
    expect(known.item('x')).toMatchObject({ kind: 'summit', plans: [] });
    expect(known.item('breakfast')).toBeUndefined();
  });

  it('forgets the items of a schedule that was retracted', () =>
    expect(of(...programme, retracted('plan')).items).toEqual([]));

  it('tells who takes part and whose clock counts', () => {
    expect(of(registered)).toMatchObject({ parties: ['us', 'dprk'], timeZone: 'Asia/Ho_Chi_Minh' });
    expect(of(registered, retracted('registered')).parties).toEqual([]);
  });

  it('tells what was held as an item, and what besides', () => {
    const known = of(
      ...programme,
      held('lunch', as('a')),
      held(undefined, as('b')),
      signed('signing', as('c')),
    );
    expect(records(known.holdsOf('lunch'))).toEqual(x('a'));
    expect(records(known.holds)).toEqual(x('a', 'b', 'c'));
  });

  it('passes over other streams', () => {
    const known = Programme.of('hanoi-2019', effectiveFacts(dossiersOf(hanoi)));
    expect(known.items.map(({ itemId }) => itemId)).toEqual([
      'arrival-statements',
      'one-on-one-thu',
      'expanded',
      'lunch',
      'signing',
    ]);
    expect(records(known.cancellationsOf('signing'))).toEqual(['summit-hanoi-2019/H38']);
    expect(records(known.conclusions)).toEqual(['summit-hanoi-2019/H40']);
    expect(known.agreements).toMatchObject([
      { agreementId: 'hanoi-outline-vox', adoptions: [], signings: [] },
    ]);
  });
});

describe('a cancellation', () => {
  const standing = (...events: TestEvent[]) => records(of(...programme, ...events).cancellationsOf('lunch'));

  it('stands until it is lifted', () => {
    expect(standing(canceled('lunch', as('off')))).toEqual(x('off'));
    expect(standing(canceled('lunch', as('off')), reinstated('lunch'))).toEqual([]);
  });

  it('is lifted by a later reinstatement that was recorded first', () =>
    expect(
      standing(reinstated('lunch', as('on', '2019-02-28')), canceled('lunch', as('off', '2019-02-27'))),
    ).toEqual([]));

  it('stands when it is recorded after a reinstatement of the same day', () =>
    expect(standing(reinstated('lunch'), canceled('lunch', as('off')))).toEqual(x('off')));

  it('stands after an earlier reinstatement, whenever that was recorded', () =>
    expect(
      standing(canceled('lunch', as('off', '2019-02-28')), reinstated('lunch', as('on', '2019-02-27'))),
    ).toEqual(x('off')));

  it('stands again when the reinstatement is retracted', () =>
    expect(standing(canceled('lunch', as('off')), reinstated('lunch', as('on')), retracted('on'))).toEqual(
      x('off'),
    ));

  it('of the summit is none of its items', () => {
    const known = of(...programme, canceled('x', as('off')), signingCanceled(as('no-signing')));
    expect(records(known.rootCancellations)).toEqual(x('off'));
    expect(records(known.cancellationsOf('lunch'))).toEqual([]);
    expect(records(known.cancellationsOf('signing'))).toEqual(x('no-signing'));
  });

  it('is not lifted by a change that does not reinstate', () =>
    expect(standing(canceled('lunch', as('off')), changed('lunch', { place: 'garden' }))).toEqual(x('off')));
});

describe('an agreement', () => {
  const accord = (...events: TestEvent[]) => of(registered, ...events).agreement('accord');

  it('is endorsed by who adopted it and by whom it was signed for, whoever left later', () => {
    const agreement = accord(adopted({}, ['dprk']), signed(undefined), withdrawn('us', as('gone')));
    expect(endorsersOf(agreement, [])).toEqual(['dprk', 'us']);
    expect(records(agreement.withdrawals)).toEqual(x('gone'));
  });

  it('is endorsed by every party when all adopted it', () =>
    expect(endorsersOf(accord(adopted()), ['us', 'dprk'])).toEqual(['us', 'dprk']));

  it('has its outlines in the order in which they replaced each other', () =>
    expect(
      records(
        accord(outlined('leaked', as('b', '2019-02-27')), outlined('draft', as('a', '2019-02-26'))).outlines,
      ),
    ).toEqual(x('a', 'b')));

  it('is on record once it is outlined, adopted, signed or left', () => {
    expect(of(registered, signingCanceled()).agreements).toEqual([]);
    expect(of(registered, signed(undefined)).agreements).toHaveLength(1);
    expect(records(of(registered, adopted(as('a')), signed(undefined, as('b'))).agreementsConcluded)).toEqual(
      x('a', 'b'),
    );
  });
});
