import { describe, expect, it } from '@jest/globals';
import { day, dossiersOf, minute, type TestEvent } from '../../../test/given.js';
import { as, changed, item, on, published, registered, x } from '../../../test/summit-x.js';
import { effectiveFacts } from '../../records/effective.js';
import { itemPlans, shownPlan } from './plans.js';

const plansOf = (...events: TestEvent[]) =>
  itemPlans(effectiveFacts(dossiersOf([registered, ...events]))).filter((plan) => plan.itemId === 'lunch');
const planOf = (...events: TestEvent[]) => plansOf(...events)[0];
const lunch = (plannedStart?: string) => item('lunch', plannedStart === undefined ? {} : { plannedStart });
const startsOf = (...events: TestEvent[]) =>
  planOf(...events)?.versions.map((version) => version.item.plannedStart);

const noon = '2019-02-28T12:00';
const one = '2019-02-28T13:00';
const two = '2019-02-28T14:00';

describe('the plan of an item', () => {
  it('is its publisher’s highest revision, whichever was recorded first', () => {
    expect(startsOf(published([lunch(noon)]), published([lunch(one)], { revision: 2 }))).toEqual([noon, one]);
    expect(startsOf(published([lunch(one)], { revision: 2 }), published([lunch(noon)]))).toEqual([noon, one]);
  });

  it('is changed by what was announced since', () =>
    expect(startsOf(published([lunch(noon)]), changed('lunch', { plannedStart: one }))).toEqual([noon, one]));

  it('keeps what a change does not speak of', () => {
    const plan = planOf(published([lunch(noon)]), changed('lunch', { place: 'garden' }, as('moved')));
    expect(plan?.current).toMatchObject({
      item: { plannedStart: noon, place: 'garden' },
      broughtBy: { record: x('moved')[0] },
    });
  });

  it('takes changes as they were announced, not as they were recorded', () =>
    expect(
      startsOf(
        published([lunch(noon)]),
        changed('lunch', { plannedStart: two }, on('2019-02-27')),
        changed('lunch', { plannedStart: one }, on('2019-02-26')),
      ),
    ).toEqual([noon, one, two]));

  it('takes changes whose order is undecided as they were recorded, whatever befell other items', () => {
    const clock = (hour: string) => ({ occurredAt: minute(`2019-02-26T${hour}:00:00Z`) });
    const plan = published([lunch(noon), item('tea')]);
    const some = changed('lunch', { place: 'garden' }, on('2019-02-26'));
    const elsewhere = changed(
      'tea',
      { place: 'hall' },
      { occurredAt: { ...day('2019-02-26'), from: clock('10').occurredAt.from } },
    );
    const last = changed('lunch', { place: 'terrace' }, clock('09'));
    expect(planOf(plan, elsewhere, some, last)?.current.item.place).toBe('terrace');
  });

  it('takes no change from before it was issued', () => {
    expect(
      startsOf(published([lunch(noon)]), changed('lunch', { plannedStart: one }, on('2019-02-19'))),
    ).toEqual([noon]);
    expect(
      startsOf(
        published([lunch(noon)]),
        published([lunch(two)], { revision: 2 }, on('2019-02-27')),
        changed('lunch', { plannedStart: one }, on('2019-02-26')),
      ),
    ).toEqual([noon, one, two]);
  });

  it('takes changes of its own publisher and of nobody in particular', () => {
    const both = [published([lunch(noon)]), published([lunch(noon)], { publisher: 'kcna' })];
    const starts = (...events: TestEvent[]) =>
      plansOf(...both, ...events).map((plan) => plan.current.item.plannedStart);
    expect(starts(changed('lunch', { plannedStart: one }))).toEqual([one, one]);
    expect(starts(changed('lunch', { plannedStart: one, publisher: 'kcna' }))).toEqual([noon, one]);
  });
});

describe('an item', () => {
  const later = (data: object) => published([], { revision: 2, ...data }, as('later'));

  it('is dropped by a later revision of the whole programme that does not list it', () =>
    expect(planOf(published([lunch()]), later({}))?.droppedBy?.record).toBe(x('later')[0]));

  it('is dropped by a later revision of its own day only', () => {
    const plan = published([lunch()], { day: '2019-02-28' });
    expect(planOf(plan, later({ day: '2019-02-27' }))?.droppedBy).toBeUndefined();
    expect(planOf(plan, later({ day: '2019-02-28' }))?.droppedBy?.record).toBe(x('later')[0]);
  });

  it('has the day on which it is planned to begin, even when the revision has another', () => {
    const plan = published([lunch(noon)], { day: '2019-02-27' });
    expect(planOf(plan)?.current.day).toBe('2019-02-28');
    expect(planOf(plan, later({ day: '2019-02-27' }))?.droppedBy).toBeUndefined();
  });

  it('is not dropped by another publisher, nor by an older revision', () => {
    expect(planOf(published([lunch()]), later({ publisher: 'kcna' }))?.droppedBy).toBeUndefined();
    expect(planOf(published([lunch()], { revision: 3 }), later({}))?.droppedBy).toBeUndefined();
  });

  it('is on again when a still later revision lists it', () =>
    expect(
      planOf(published([lunch()]), later({}), published([lunch()], { revision: 3 }))?.droppedBy,
    ).toBeUndefined());
});

describe('the plan that is shown', () => {
  const wh = published([lunch(noon)]);
  const kcna = published([lunch(one)], { publisher: 'kcna' });
  const shown = (publisher: string | undefined, ...events: TestEvent[]) =>
    shownPlan(plansOf(...events), publisher)?.publisher;

  it('is the one recorded last', () => {
    expect(shown(undefined, wh, kcna)).toBe('kcna');
    expect(shown(undefined, kcna, wh)).toBe('wh');
  });

  it('is the one that was changed last', () =>
    expect(shown(undefined, wh, kcna, changed('lunch', { plannedStart: two, publisher: 'wh' }))).toBe('wh'));

  it('is, of those that one change touched, the one issued last', () => {
    const moved = changed('lunch', { plannedStart: two });
    expect(shown(undefined, wh, kcna, moved)).toBe('kcna');
    expect(shown(undefined, kcna, wh, moved)).toBe('wh');
  });

  it('is one that still lists the item, if there is any', () => {
    const dropped = published([], { publisher: 'kcna', revision: 2 });
    expect(shown(undefined, wh, kcna, dropped)).toBe('wh');
    expect(shown(undefined, kcna, dropped)).toBe('kcna');
  });

  it('is that of the publisher asked for', () => {
    expect(shown('wh', wh, kcna)).toBe('wh');
    expect(shown('us', wh, kcna)).toBeUndefined();
  });
});
