import { minute } from '../../given.js';
import type { Posting } from '../../service.js';
import { at, clockOf, dateOf, DAYS, ITEMS, of } from './telling.js';
import type { Chance } from './chance.js';

/** Two revisions for each day, of which the second words some items anew and drops the last two; then changes. */
export function programme(chance: Chance): Posting[] {
  const revisions = Array.from({ length: DAYS }, (_, d) => [revision(d, 1), revision(d, 2)]).flat();
  const changes = Array.from({ length: 400 }, (_, n) => {
    const [d, k] = [chance.below(DAYS), chance.below(ITEMS - 2)];
    const plannedStart = `${dateOf(d)}T${clockOf(481 + 15 * k + chance.below(9))}`;
    return of(
      'ChangeScheduleItem',
      { itemId: `i${d}-${k}`, change: 'rescheduled', plannedStart, place: `room ${n}`, announcedBy: 'wh' },
      { occurredAt: minute(`2019-02-03T${clockOf(n)}:00Z`), recordId: `change${n}` },
    );
  });
  return [...revisions, ...changes];
}

function revision(d: number, which: 1 | 2): Posting {
  const items = Array.from({ length: which === 1 ? ITEMS : ITEMS - 2 }, (_, k) => ({
    itemId: `i${d}-${k}`,
    order: k,
    kind: 'other',
    title: which === 2 && k % 7 === 0 ? `talks ${k}, anew` : `talks ${k}`,
    plannedStart: `${dateOf(d)}T${clockOf(480 + 15 * k)}`,
  }));
  return of(
    'PublishSchedule',
    { publisher: 'wh', revision: 2 * d + which, day: dateOf(d), items },
    { ...at(`2019-02-0${which}`), recordId: `plan${d}-${which}` },
  );
}

/** Of each day's items some were held, some canceled, some not reached; of the others nothing is told. */
export function outcomes(chance: Chance): Posting[] {
  return Array.from({ length: DAYS * (ITEMS - 2) }, (_, n): Posting[] => {
    const [d, k] = [Math.floor(n / (ITEMS - 2)), n % (ITEMS - 2)];
    const [itemId, lot] = [`i${d}-${k}`, chance.below(10)];
    const over = { ...at(dateOf(d)), recordId: `outcome${n}` };
    if (lot < 6) {
      const start = `${dateOf(d)}T${clockOf(480 + 15 * k + chance.below(30))}:00Z`;
      return [
        of('RecordMeetingHeld', { itemId, meetingId: `m${n}`, kind: 'other', title: 'Talks', start }, over),
      ];
    }
    return lot < 9 ? [of('RecordMeetingCanceled', { itemId, announced: lot < 8 }, over)] : [];
  }).flat();
}
