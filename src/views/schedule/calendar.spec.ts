import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dossiersOf, minute, note, type TestEvent } from '../../../test/given.js';
import {
  canceled,
  changed,
  held,
  item,
  published,
  registered,
  reinstated,
  retracted,
  signing,
  signingCanceled,
} from '../../../test/summit-x.js';
import { momentOf, type TestMoment } from '../../../test/ledger-with.js';
import { calendar, type CalendarQuestion } from './calendar.js';

const lunch = item('lunch', {
  plannedStart: '2019-02-28T11:55',
  plannedEnd: '2019-02-28T13:00',
  place: 'Metropole',
});
const plan = published([lunch, signing], { day: '2019-02-28' }, { recordId: 'plan' });
const later = (recordId: string, clock: string) => ({
  recordId,
  occurredAt: minute(`2019-02-27T${clock}:00Z`),
});

function rows(
  events: readonly TestEvent[],
  asked: TestMoment = {},
  question: Partial<CalendarQuestion> = {},
) {
  const held = dossiersOf(events.slice(0, asked.asOf ?? events.length));
  return calendar(held, momentOf(asked, events.length), { summitId: 'x', ...question }).rows;
}
const row = (events: readonly TestEvent[], itemId: string, asked: TestMoment = {}) =>
  rows(events, asked).find((each) => each.itemId === itemId);

describe('the calendar of a summit', () => {
  it('has an entry for each item, by the clock of its zone or by its day', () =>
    expect(rows([registered, plan])).toMatchObject([
      {
        uid: 'x:lunch@summit-ledger',
        place: 'Metropole',
        day: '2019-02-28',
        start: Date.parse('2019-02-28T04:55:00Z'),
        end: Date.parse('2019-02-28T06:00:00Z'),
        isCanceled: false,
        sequence: 0,
        changedAt: Date.parse('2026-01-01T00:00:01Z'),
      },
      { uid: 'x:signing@summit-ledger', day: '2019-02-28', start: null, end: null, sequence: 0 },
    ]));

  it('counts what became of an item, and of that item alone', () => {
    const events = [
      registered,
      plan,
      changed('lunch', { change: 'rescheduled', plannedStart: '2019-02-28T12:30' }, later('C', '01:00')),
      signingCanceled(later('S', '02:00')),
      canceled('lunch', later('L', '03:00')),
      reinstated('lunch', later('R', '04:00')),
    ];
    expect(row(events, 'lunch')).toMatchObject({ sequence: 3, isCanceled: false });
    expect(row(events, 'lunch', { asOf: 5 })).toMatchObject({ sequence: 2, isCanceled: true });
    expect(row(events, 'signing')).toMatchObject({
      sequence: 1,
      isCanceled: true,
      changedAt: Date.parse('2026-01-01T00:00:03Z'),
    });
  });

  it('counts on when a cancellation is retracted, and when the retraction is', () => {
    const first = [
      registered,
      plan,
      canceled('lunch', later('L', '03:00')),
      retracted('L', { recordId: 'RL' }),
    ];
    expect(row(first, 'lunch')).toMatchObject({ sequence: 2, isCanceled: false });
    expect(row([...first, retracted('RL')], 'lunch')).toMatchObject({ sequence: 3, isCanceled: true });
  });

  it('counts on for an item that was gone in between', () => {
    const gone = [registered, plan, retracted('plan', { recordId: 'RP' })];
    expect(rows(gone)).toEqual([]);
    const back = [...gone, retracted('RP', { recordId: 'RRP' }), canceled('lunch', later('L', '03:00'))];
    expect(row(back, 'lunch')).toMatchObject({ sequence: 1 });
  });

  it('is not touched by a revision that says the same, nor by what was held as planned', () => {
    const again = published([lunch, signing], { day: '2019-02-28', revision: 2 }, later('plan2', '01:00'));
    expect(row([registered, plan, again, held('lunch')], 'lunch')).toMatchObject({ sequence: 0 });
  });

  it('keeps what a later revision dropped, as canceled', () => {
    const shorter = published([signing], { day: '2019-02-28', revision: 2 }, later('plan2', '01:00'));
    expect(row([registered, plan, shorter], 'lunch')).toMatchObject({ sequence: 1, isCanceled: true });
  });

  it('has everything canceled with the summit', () => {
    const off = [registered, plan, canceled('x', later('off', '01:00'))];
    expect(rows(off).map(({ isCanceled, sequence }) => [isCanceled, sequence])).toEqual([
      [true, 1],
      [true, 1],
    ]);
    expect(row([...off, reinstated('x', later('on', '02:00'))], 'lunch')).toMatchObject({
      sequence: 2,
      isCanceled: false,
    });
  });

  it('follows a correction of the plan, and the zone of the summit', () => {
    const east = { data: { timeZone: 'Asia/Seoul' } };
    const corrected = note('summit-x', 'RecordCorrected', {
      target: 'summit-x/registered',
      patch: east,
      reason: 'misread',
      cause: 'error',
    });
    expect(row([registered, plan, corrected], 'lunch')).toMatchObject({
      start: Date.parse('2019-02-28T02:55:00Z'),
      sequence: 1,
    });
  });

  it('shows one publisher alone, under a uid of its own', () => {
    const own = published([item('dinner')], { publisher: 'kcna', day: '2019-02-27' }, { recordId: 'kcna1' });
    expect(rows([registered, plan, own]).map(({ itemId }) => itemId)).toEqual(['dinner', 'lunch', 'signing']);
    expect(rows([registered, plan, own], {}, { publisher: 'kcna' })).toMatchObject([
      { uid: 'x:dinner:kcna@summit-ledger', publisher: 'kcna' },
    ]);
  });

  it('tells what was known in the world and in public', () => {
    const events = [registered, plan, canceled('lunch', later('L', '03:00'))];
    expect(row(events, 'lunch', { at: '2019-02-27T00:00:00Z' })).toMatchObject({ isCanceled: false });
    expect(row(events, 'lunch', { publicAt: '2019-02-27T04:00:00Z' })).toMatchObject({ isCanceled: true });
    expect(rows(events, { publicAt: '2019-02-19T00:00:00Z' })).toEqual([]);
  });

  it('counts exactly the records after which an item is another, in any history', () =>
    fc.assert(
      fc.property(histories, (events) => {
        const before = new Map<string, { readonly text: string; readonly sequence: number }>();
        for (let asOf = 1; asOf <= events.length; asOf++)
          for (const { sequence, changedAt, ...entry } of rows(events, { asOf })) {
            const [text, last] = [JSON.stringify(entry), before.get(entry.itemId)];
            const isChanged = last?.text !== text;
            expect(sequence).toBe((last?.sequence ?? -1) + Number(isChanged));
            if (isChanged) expect(changedAt).toBe(Date.parse('2026-01-01T00:00:00Z') + (asOf - 1) * 1000);
            before.set(entry.itemId, { text, sequence });
          }
      }),
      { numRuns: 100 },
    ));
});

const itemIds = ['lunch', 'tea', 'signing'] as const;
const anItem = fc.constantFrom(...itemIds);
const address = fc.nat({ max: 15 }).map((revision) => `summit-x/${revision}`);
const when = fc
  .constantFrom('01:00', '02:00', '03:00')
  .map((clock) => ({ occurredAt: minute(`2019-02-27T${clock}:00Z`) }));
const revisions = fc
  .tuple(fc.subarray([...itemIds]), fc.constantFrom('wh', 'kcna'), fc.nat({ max: 3 }), fc.boolean(), when)
  .map(([listed, publisher, revision, isOfDay, over]) =>
    published(
      listed.map((itemId) =>
        item(itemId, {
          ...(itemId === 'signing' && { kind: 'signing' }),
          title: `${itemId} ${revision % 2}`,
        }),
      ),
      { publisher, revision, ...(isOfDay && { day: '2019-02-28' }) },
      over,
    ),
  );
const announced = fc
  .tuple(anItem, fc.constantFrom('Lobby', 'Garden'), when)
  .map(([itemId, place, over]) => changed(itemId, { place }, over));
const outcomes = fc
  .tuple(fc.constantFrom(held, canceled, reinstated), fc.constantFrom('lunch', 'tea', 'x'), when)
  .map(([tell, itemId, over]) => tell(itemId, over));
const keeping = fc.oneof(
  address.map((target) => note('summit-x', 'RecordRetracted', { target, reason: 'wrong', by: 'ledger' })),
  fc
    .tuple(address, address)
    .map(([target, counterRecord]) =>
      note('summit-x', 'RecordDisputed', { target, by: 'us', counterRecord }),
    ),
  fc.tuple(address, anItem).map(([target, itemId]) =>
    note('summit-x', 'RecordCorrected', {
      target,
      patch: { data: { itemId, title: 'Corrected' } },
      reason: 'misread',
      cause: 'error',
    }),
  ),
);
/** Anything that may be told of a programme, in any order, also what no command would accept. */
const histories = fc
  .array(fc.oneof(revisions, announced, outcomes, outcomes, keeping, keeping), { maxLength: 15 })
  .map((events) => [registered, ...events]);
