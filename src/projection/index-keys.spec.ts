import { describe, expect, it } from '@jest/globals';
import { day, dossiersOf, fact, note, type TestEvent } from '../../test/given.js';
import { indexKeysOf, wordsTarget } from './index-keys.js';

const said = (over: object = {}, account: object = {}) =>
  fact(
    'statement-q1',
    'StatementIssued',
    {
      statementId: 'q1',
      summitIds: ['hanoi-2019'],
      speaker: 'us.trump',
      genre: 'statement',
      form: 'quote',
      quotes: ['No rush.'],
      ...over,
    },
    { recordId: 'H13', ...account },
  );

const patched = (target: string, patch: object, over: object = {}) =>
  note('statement-q1', 'RecordCorrected', { target, patch, reason: 'wrong', cause: 'error' }, over);

/** The traces of the first dossier. */
function traces(...events: readonly TestEvent[]) {
  const [dossier] = dossiersOf(events);
  if (!dossier) throw new Error('no dossier');
  return indexKeysOf(dossier);
}

describe('what a dossier is found by', () => {
  it('is every actor, source, summit and record that it names', () => {
    const { targets } = traces(
      said(
        { affiliation: 'us', about: ['summit-hanoi-2019/H38'] },
        {
          occurredAt: { ...day('2019-02-28'), after: ['summit-hanoi-2019/H24'] },
          sources: [{ sourceId: 'S01', locator: 'L4', via: 'S02' }],
        },
      ),
    );
    expect([...targets].sort()).toEqual([
      'actor-cnbc',
      'actor-us',
      'actor-us.trump',
      'source-S01',
      'source-S02',
      'summit-hanoi-2019',
      'summit-hanoi-2019/H24',
      'summit-hanoi-2019/H38',
      'words-us.trump:no rush',
    ]);
  });

  it('is what stands deep in the data', () => {
    const signing = fact('summit-hanoi-2019', 'SigningCanceled', {
      summitId: 'hanoi-2019',
      itemId: 'signing',
      papersReady: { value: true, accordingTo: 'us.trump', basis: ['statement-q1/H13'] },
    });
    expect(traces(signing).targets).toContain('actor-us.trump');
    expect(traces(signing).targets).toContain('statement-q1/H13');
  });

  it('is the series and the predecessor of a summit', () => {
    const registered = fact('summit-hanoi-2019', 'SummitRegistered', {
      summitId: 'hanoi-2019',
      title: 'Hanoi',
      parties: ['us', 'dprk'],
      place: 'Hanoi',
      timeZone: 'Asia/Ho_Chi_Minh',
      seriesId: 'us-dprk-leaders',
      previous: 'singapore-2018',
    });
    expect([...traces(registered).targets]).toEqual(
      expect.arrayContaining(['series-us-dprk-leaders', 'summit-singapore-2018', 'actor-us', 'actor-dprk']),
    );
    expect([...traces(registered).summits]).toEqual(['hanoi-2019']);
  });

  it('goes on to be what a correction took back', () => {
    const { targets, summits } = traces(
      said(),
      patched('statement-q1/H13', { data: { speaker: 'us.pompeo', summitIds: ['singapore-2018'] } }),
    );
    expect([...targets]).toEqual(expect.arrayContaining(['actor-us.trump', 'actor-us.pompeo']));
    expect([...summits]).toEqual(['hanoi-2019', 'singapore-2018']);
  });

  it('is also what the correction of a correction names', () => {
    const { targets } = traces(
      said(),
      patched('statement-q1/H13', { data: { speaker: 'us.pompeo' } }, { recordId: 'C1' }),
      patched('statement-q1/C1', {
        data: { patch: { accordingTo: 'vox', data: { speaker: 'us.sanders' } } },
      }),
    );
    expect([...targets]).toEqual(expect.arrayContaining(['actor-us.sanders', 'actor-vox']));
    expect(targets).toContain(wordsTarget('us.sanders', 'NO RUSH'));
  });

  it('is what those say who corroborate, dispute and merge it, but never itself', () => {
    const about = (type: 'RecordCorroborated' | 'RecordDisputed' | 'RecordsMerged', data: object) =>
      note('statement-q1', type, data, { sources: [{ sourceId: 'S09' }] });
    const { targets, words } = traces(
      said(),
      about('RecordCorroborated', { target: 'statement-q1/H13', rendering: 'There is no hurry' }),
      about('RecordDisputed', { target: 'statement-q1/H13', by: 'dprk', counterRecord: 'statement-q2/X' }),
      about('RecordsMerged', {
        survivor: 'statement-q1/H13',
        duplicates: ['statement-q3/Y'],
        reason: 'same',
      }),
    );
    expect([...targets]).toEqual(
      expect.arrayContaining(['source-S09', 'actor-dprk', 'statement-q2/X', 'statement-q3/Y']),
    );
    expect(targets).not.toContain('statement-q1/H13');
    expect([...words]).toEqual(['no', 'rush', 'there', 'is', 'hurry']);
  });
});

describe('the words of a dossier', () => {
  it('are those of every wording of a statement and of the question it answers', () => {
    const { words } = traces(
      said({ paraphrase: 'Hà Nội', question: 'Why?' }),
      patched('statement-q1/H13', { data: { quotes: ['No hurry.'], paraphrase: null } }),
    );
    expect([...words]).toEqual(['no', 'rush', 'ha', 'noi', 'why', 'hurry']);
  });

  it('are none where nothing was said', () => {
    const { words } = traces(
      fact('summit-x', 'MeetingHeld', { summitId: 'x', meetingId: 'm', kind: 'meal', title: 'Dinner' }),
    );
    expect(words.size).toBe(0);
  });
});
