import { describe, expect, it } from '@jest/globals';
import { dossiersOf, note, type TestEvent } from '../../../test/given.js';
import { as, held, programme, retracted, x } from '../../../test/summit-x.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { causesBetween } from './causes.js';

const known = (events: readonly TestEvent[]) => ({
  dossiers: dossiersOf(events),
  facts: ledgerWith(...events).facts(),
});
const between = (before: readonly TestEvent[], after: readonly TestEvent[]) =>
  causesBetween(known(before), known(after));
const row = (...records: string[]) => ({ records });

describe('the causes of a change', () => {
  const lunch = [...programme, held('lunch', as('meal'))];

  it('are the records that the row names and that came', () =>
    expect(between(programme, lunch)(row(...x('plan')), row(...x('plan', 'meal')), {})).toEqual(x('meal')));

  it('are what was said of a record, where that did it', () => {
    const undone = [...lunch, retracted('meal', { recordId: 'not-so' })];
    expect(between(lunch, undone)(row(...x('meal')), row(), {})).toEqual(x('not-so'));
  });

  it('are those that a field names itself, and not others of its row', () => {
    const both = [...lunch, held('signing', as('signing'))];
    const after = { records: x('meal', 'signing'), holds: x('signing') };
    expect(between(programme, both)({ records: [], holds: [] }, after, {}, 'holds')).toEqual(x('signing'));
  });

  it('are those that a field is said to rest on, where it names none', () => {
    const both = [...lunch, held('signing', as('signing'))];
    const causes = causesBetween(known(programme), known(both), { outcome: ['records'] });
    const after = { outcome: 'held', records: x('meal'), planRecords: x('signing') };
    expect(causes({}, after, {}, 'outcome')).toEqual(x('meal'));
    expect(causes({}, after, {}, 'label')).toEqual(x('meal', 'signing'));
  });

  it('are none where what the row names is as before', () =>
    expect(between(lunch, lunch)(row(...x('meal')), row(...x('meal')), {})).toEqual([]));

  it('are those that name what a question was about, once it is answered', () =>
    expect(between(programme, lunch)(row(...x('plan')), undefined, { subject: 'lunch' })).toEqual(x('meal')));

  it('are those that name what the row rests on, as a dispute does', () => {
    const disputed = note('summit-x', 'RecordDisputed', {
      target: 'summit-x/plan',
      by: 'us',
      counterRecord: 'summit-x/meal',
    });
    expect(between(lunch, [...lunch, disputed])(row(...x('meal')), row(...x('meal')), {})).toEqual(x('3'));
  });
});
