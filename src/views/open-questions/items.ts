import { isFactOf, type Fact } from '../../records/fact.js';
import type { Programme } from '../../summit/programme.js';
import type { Moment } from '../../time/moment.js';
import { scheduleVsActual } from '../schedule/schedule-vs-actual.js';
import { restingOn } from '../view.js';
import type { OpenQuestion } from './question.js';

export function withoutReport(facts: readonly Fact[], moment: Moment, summitId: string): OpenQuestion[] {
  return scheduleVsActual(facts, moment, { summitId }).rows.flatMap((row): OpenQuestion[] => {
    if (row.outcome !== 'no_report' || row.itemId === null) return [];
    const records = [...row.planRecords, ...row.closedBy];
    const asked = { question: 'no_report', subject: row.itemId, text: row.title, records } as const;
    return [{ ...asked, ...(row.undecided && { undecided: true }) }];
  });
}

export function outsideTheirDay({ items }: Programme): OpenQuestion[] {
  return items.flatMap(({ itemId, plans }) =>
    plans
      .flatMap(({ versions }) => versions)
      .flatMap(({ broughtBy, item, day }): OpenQuestion[] => {
        if (!isFactOf('SchedulePublished', broughtBy) || broughtBy.data.day === undefined) return [];
        if (day === broughtBy.data.day) return [];
        const text = `${item.title}: planned for ${day ?? 'no day'}, listed for ${broughtBy.data.day}`;
        return [{ question: 'outside_its_day', subject: itemId, text, ...restingOn([broughtBy]) }];
      }),
  );
}
