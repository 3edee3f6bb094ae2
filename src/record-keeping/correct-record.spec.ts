import { describe, it } from '@jest/globals';
import { day, fact, given, note, type TestEvent } from '../../test/given.js';
import { CorrectRecordHandler } from './correct-record.js';

const hanoi = 'summit-hanoi-2019';
const statement = 'statement-no-rush';
const actor = (actorId: string) =>
  note(`actor-${actorId}`, 'ActorRegistered', { actorId, kind: 'person', names: [actorId] });
const source = note('source-S01', 'SourceRegistered', { sourceId: 'S01', kind: 'article' });
const said = fact(
  statement,
  'StatementIssued',
  {
    statementId: 'no-rush',
    summitIds: ['hanoi-2019'],
    speaker: 'us.trump',
    genre: 'statement',
    form: 'quote',
    quotes: ['No rush.'],
  },
  { recordId: 'H27' },
);
const item = (itemId: string, kind: string) => ({ itemId, order: 1, kind, title: itemId });
const programme = fact(hanoi, 'SchedulePublished', {
  summitId: 'hanoi-2019',
  publisher: 'us',
  revision: 1,
  items: [item('lunch', 'meal'), item('dinner', 'meal'), item('signing', 'signing')],
});
const held = (over: object) =>
  fact(
    hanoi,
    'MeetingHeld',
    { summitId: 'hanoi-2019', meetingId: 'm1', kind: 'meal', title: 'A meal', ...over },
    { recordId: 'H19' },
  );
const registered = fact(
  hanoi,
  'SummitRegistered',
  { summitId: 'hanoi-2019', title: 'Hanoi', parties: ['us', 'dprk'], place: 'Hanoi', timeZone: '+07:00' },
  { recordId: 'H02' },
);

const correction = (target: string, patch: object) => ({ target, patch, reason: 'misread', cause: 'error' });
const corrected = (target: string, patch: object, recordId: string): TestEvent =>
  note(target.slice(0, target.indexOf('/')), 'RecordCorrected', correction(target, patch), { recordId });
const retracted = (target: string, recordId: string): TestEvent =>
  note(
    target.slice(0, target.indexOf('/')),
    'RecordRetracted',
    { target, reason: 'wrong', by: 'ledger' },
    { recordId },
  );

const asked = (...events: TestEvent[]) => ({
  with: (target: string, patch: object) =>
    given(source, actor('us.trump'), actor('us.pompeo'), actor('cnbc'), ...events).when(
      CorrectRecordHandler,
      { data: correction(target, patch) },
    ),
});

describe('CorrectRecord', () => {
  it('words a record anew', () =>
    asked(said)
      .with(`${statement}/H27`, { data: { speaker: 'us.pompeo' }, certainty: 'implied' })
      .then({ target: `${statement}/H27`, reason: 'misread' }));

  it('words a registration anew', () =>
    asked()
      .with('actor-us.trump/0', { data: { names: ['Donald J. Trump'] } })
      .then({}));

  it('refuses a record that is not there', () =>
    asked(said).with(`${statement}/H28`, { certainty: 'implied' }).refused('unknown_record'));

  it('refuses a record that was retracted, and takes it once the retraction is', () => {
    const gone = retracted(`${statement}/H27`, 'R1');
    const patch = { certainty: 'implied' };
    asked(said, gone).with(`${statement}/H27`, patch).refused('record_retracted', `${statement}/H27`);
    asked(said, gone, retracted(`${statement}/R1`, 'R2'))
      .with(`${statement}/H27`, patch)
      .then({});
  });

  it('takes a record that was merged away, for it may come back', () =>
    asked(
      said,
      note(statement, 'RecordsMerged', {
        survivor: `${statement}/other`,
        duplicates: [`${statement}/H27`],
        reason: 'twice',
      }),
    )
      .with(`${statement}/H27`, { certainty: 'implied' })
      .then({}));

  it('refuses what changes nothing', () => {
    asked(said).with(`${statement}/H27`, {}).refused('no_change');
    asked(said)
      .with(`${statement}/H27`, { data: { speaker: 'us.trump', topic: null }, certainty: 'explicit' })
      .refused('no_change');
  });

  it('compares with the last wording, not with the first', () =>
    asked(said, corrected(`${statement}/H27`, { data: { topic: 'pace' } }, 'C1'))
      .with(`${statement}/H27`, { data: { topic: 'pace' } })
      .refused('no_change'));

  it('refuses what would belong to another stream', () =>
    asked(said)
      .with(`${statement}/H27`, { data: { statementId: 'other' } })
      .refused('identity_fixed'));

  it('refuses another party of a position, whose stream that names', () =>
    asked(
      fact('position-hanoi-2019:us', 'PositionTaken', {
        summitId: 'hanoi-2019',
        party: 'us',
        issue: 'pace',
        kind: 'goal',
        content: 'x',
      }),
    )
      .with('position-hanoi-2019:us/0', { data: { party: 'dprk' } })
      .refused('identity_fixed'));

  it('refuses another target of a correction', () =>
    asked(said, corrected(`${statement}/H27`, { data: { topic: 'pace' } }, 'C1'))
      .with(`${statement}/C1`, { data: { target: `${statement}/C1` } })
      .refused('identity_fixed'));

  it('takes another target of sanctions, which is no record', () =>
    asked(
      fact('sanctions-un', 'SanctionsReported', {
        regimeId: 'un',
        imposer: 'us',
        target: 'dprk',
        status: 'in_force',
      }),
    )
      .with('sanctions-un/0', { data: { target: 'cnbc' } })
      .then({}));

  it('refuses an item of another kind, and takes one of the same', () => {
    const onPlan = asked(programme, held({ itemId: 'lunch' }));
    onPlan.with(`${hanoi}/H19`, { data: { itemId: 'signing' } }).refused('identity_fixed');
    onPlan.with(`${hanoi}/H19`, { data: { itemId: 'dinner' } }).then({});
  });

  it('adds an item of its kind to a meeting that had none', () => {
    const outside = asked(programme, held({ scheduled: 'unknown' }));
    outside.with(`${hanoi}/H19`, { data: { itemId: 'dinner' } }).then({});
    outside.with(`${hanoi}/H19`, { data: { itemId: 'signing' } }).refused('identity_fixed');
    outside.with(`${hanoi}/H19`, { data: { itemId: 'toast' } }).refused('unknown_item');
  });

  it('asks for a reason', () =>
    given(said)
      .when(CorrectRecordHandler, {
        data: { target: `${statement}/H27`, patch: { certainty: 'implied' }, cause: 'error' },
      })
      .refused('reason_required'));
});

describe('a patched record', () => {
  it('keeps the shape of its type', () => {
    asked(said)
      .with(`${statement}/H27`, { data: { quotes: 'No rush.' } })
      .invalid('data.patch.data.quotes');
    asked(said)
      .with(`${statement}/H27`, { data: { mood: 'calm' } })
      .invalid('data.patch.data.mood');
    asked(said)
      .with(`${statement}/H27`, { data: { genre: null } })
      .invalid('data.patch.data.genre');
  });

  it('has its times as objects', () =>
    asked(
      fact('commitment-c1', 'CommitmentMade', {
        commitmentId: 'c1',
        summitIds: [],
        promisor: 'us',
        promisee: 'dprk',
        form: 'verbal',
        issue: 'pace',
        content: 'x',
        attribution: 'third_party',
      }),
    )
      .with('commitment-c1/0', { data: { deadline: '2019-12-31' } })
      .invalid('data.patch.data.deadline'));

  it('has no account if it is a registration', () =>
    asked().with('actor-us.trump/0', { certainty: 'implied' }).invalid('data.patch.certainty'));

  it('names only actors that are registered', () =>
    asked(said)
      .with(`${statement}/H27`, { data: { speaker: 'us.nobody' } })
      .refused('unknown_actor'));

  it('ends after it begins', () =>
    asked(said)
      .with(`${statement}/H27`, { occurredAt: { to: '2019-02-01T00:00:00Z' } })
      .refused('time_reversed'));

  it('does not lie ahead, but for the days of a summit', () => {
    const ahead = { occurredAt: day('2090-01-01') };
    asked(said).with(`${statement}/H27`, ahead).refused('in_the_future');
    asked(actor('us'), actor('dprk'), registered).with(`${hanoi}/H02`, ahead).then({});
  });

  it('tells the offset of its times', () =>
    asked(said)
      .with(`${statement}/H27`, { occurredAt: { from: '2019-02-28T00:00:00' } })
      .refused('time_zone_required'));

  it('may be a correction, whose own patch is patched', () => {
    const first = corrected(`${statement}/H27`, { data: { topic: 'pace' } }, 'C1');
    const again = asked(said, first);
    again.with(`${statement}/C1`, { data: { patch: { data: { topic: 'speed' } } } }).then({});
    again
      .with(`${statement}/C1`, { data: { patch: { data: { quotes: 5 } } } })
      .invalid('data.patch.data.patch.data.quotes');
    again
      .with(`${statement}/C1`, { data: { patch: { data: { speaker: 'us.nobody' } } } })
      .refused('unknown_actor');
  });

  it('may be a correction of what is itself about a record', () => {
    const second = note(
      statement,
      'RecordCorroborated',
      { target: `${statement}/H27` },
      { recordId: 'again' },
    );
    const first = corrected(`${statement}/again`, { data: { rendering: 'No hurry.' } }, 'C1');
    const again = asked(said, second, first);
    again.with(`${statement}/C1`, { data: { patch: { data: { rendering: 'No haste.' } } } }).then({});
    again
      .with(`${statement}/C1`, { data: { patch: { data: { quotes: ['No rush.'] } } } })
      .invalid('data.patch.data.patch.data.quotes');
  });
});
