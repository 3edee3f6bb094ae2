import { describe, expect, it } from '@jest/globals';
import { fact, note, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import type { StatementsQuestion } from './statement-filter.js';
import { statements } from './statements.js';

function found(question: StatementsQuestion, ...more: TestEvent[]): string[] {
  const { rows } = ledgerWith(...hanoi, ...more).shows(statements, question);
  return rows.map(({ record }) => record.slice(record.indexOf('/') + 1));
}
const sorted = (ids: readonly string[]) => [...ids].sort();

describe('statements', () => {
  it('are found by speaker (G12)', () =>
    expect(sorted(found({ speaker: 'us.trump' }))).toEqual(
      'H13 H27 H42 H46 H47 H48 H49 H57 H59 H63'.split(' '),
    ));

  it("are found by the speaker's name, whatever its spelling", () => {
    expect(found({ speaker: 'donald TRUMP' })).toHaveLength(10);
    expect(found({ speaker: 'Collins' })).toEqual(['H64']);
  });

  it('take an id for an id: "un" is not Kim Jong Un', () => {
    const words = { statementId: 'kim', summitIds: ['hanoi-2019'], speaker: 'dprk.kim' };
    expect(found({ speaker: 'un' }, fact('statement-kim', 'StatementIssued', words))).toEqual([]);
  });

  it('show unnamed speakers, who are not found by name', () => {
    expect(found({ topic: 'outcome' })).toContain('H69');
    expect(found({ speaker: 'anon-analyst-video' })).toEqual(['H69']);
    expect(found({ speaker: 'analyst' })).toEqual([]);
  });

  it('are found by affiliation, with the role of then (G20)', () => {
    const { rows } = ledgerWith(...hanoi).shows(statements, { affiliation: 'csis' });
    expect(rows).toMatchObject([{ record: 'statement-collins/H64', role: 'fellow, Korea Chair' }]);
  });

  it('are found by party, through memberships of members', () => {
    const ids = found({ party: 'us' });
    expect(ids).toEqual(expect.arrayContaining(['H39', 'H36', 'H65', 'H27']));
    expect(ids).toHaveLength(13);
  });

  it.each([
    [{ genre: 'background' }, 'H12 H61'],
    [{ form: 'declined_to_answer' }, 'H59'],
    [{ topic: 'pace' }, 'H13 H27'],
    [{ role: 'secretary of state' }, 'H65'],
    [{ occasion: 'press-conference' }, 'H42 H57 H59'],
    [{ occasion: "start of Thursday's talks" }, 'H27'],
    [{ summit: 'singapore-2018' }, 'H64'],
  ] as const)('are found by %j', (question, ids) => expect(sorted(found(question))).toEqual(ids.split(' ')));

  it('of an interval leave out what lies outside, and flag what may', () => {
    const interval = { from: null, to: Date.parse('2019-02-28T00:00:00+07:00') };
    const { rows } = ledgerWith(...hanoi).shows(statements, { interval });
    expect(rows.map(({ record, undecided = false }) => [record, undecided])).toEqual([
      ['statement-trump-no-pressing/H13', false],
      ['statement-fenning-wed/H21', true],
      ['statement-trump-trust/H63', true],
      ['statement-okun-treaty/H29', true],
    ]);
  });

  it('come in the order in which they were made, as far as that is known', () => {
    const ids = found({ summit: 'hanoi-2019' });
    expect(ids.slice(0, 2)).toEqual(['H13', 'H21']);
    expect(ids.indexOf('H27')).toBeLessThan(ids.indexOf('H36'));
  });
});

describe('searching statements for words', () => {
  it('finds a phrase and says where it stands (G13)', () => {
    const { rows } = ledgerWith(...hanoi).shows(statements, { q: '"right deal"' });
    expect(rows.map(({ record }) => record)).toEqual(['statement-trump-no-rush/H27']);
    const [row] = rows;
    const text = row?.quotes[0] ?? '';
    expect(row?.hits?.[0]?.spans.map(([from, to]) => text.slice(from, to))).toEqual([
      'right deal',
      'right deal',
      'right deal',
    ]);
  });

  it('finds other wordings of the same utterance', () => {
    const target = 'statement-trump-walk/H47';
    const heard = note('statement-trump-walk', 'RecordCorroborated', {
      target,
      rendering: 'you have to leave',
    });
    const { rows } = ledgerWith(...hanoi, heard).shows(statements, { q: 'leave' });
    expect(rows).toMatchObject([{ record: target, hits: [{ field: 'renderings.0', spans: [[12, 17]] }] }]);
  });

  it('goes with the other filters', () =>
    expect(found({ q: 'sanctions', speaker: 'collins' })).toEqual(['H64']));
});

describe('paging through statements', () => {
  const page = (question: StatementsQuestion) => ledgerWith(...hanoi).shows(statements, question);

  it('gives every statement once, in the same order', () => {
    const all = page({}).rows;
    const first = page({ limit: 7 });
    const second = page({ limit: 100, after: first.next ?? '' });
    expect(first.rows).toHaveLength(7);
    expect([...first.rows, ...second.rows]).toEqual(all);
    expect(second).toMatchObject({ next: null, total: all.length });
  });

  it('has nothing after a record that is not there', () => expect(page({ after: 'x/1' }).rows).toEqual([]));
});
