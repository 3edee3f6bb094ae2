import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Service } from '../service.js';
import { summitLedger, type Ended } from './command-line.js';

let service: Service;

beforeAll(async () => {
  service = await Service.start();
  expect((await ask('import', 'examples/hanoi-2019.ndjson')).code).toBe(0);
}, 30_000);

afterAll(async () => {
  await service.remove();
});

async function ask(...args: string[]): Promise<Ended> {
  return summitLedger([...args, '--url', service.url]);
}

async function told(...args: string[]): Promise<string> {
  const { code, out, err } = await ask(...args);
  expect([code, err]).toEqual([0, '']);
  return out;
}

/** The text with every run of white space as one space, for words that may wrap. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('summit-ledger show', () => {
  it('tells the Hanoi summit as a table, without an invented clock time', async () => {
    const out = await told('show', 'hanoi-2019');
    expect(out).toContain('Second Trump-Kim summit · Hanoi, Vietnam · 27–28 February 2019\n');
    expect(out).toMatch(/\nArrival statements +– +– +\? no report\n/);
    expect(out).toMatch(/\nOne-on-one discussion +– +– +● held \(implied\) +H24\n/);
    expect(out).toMatch(/\nExpanded meeting +– +– +● held \(implied\) +H25\n/);
    expect(out).toMatch(/\nWorking lunch +– +– +○ not held +H37\n/);
    expect(out).toMatch(/\nJoint Agreement Signing Ceremony +– +– +✕ canceled by us\.trump/);
    expect(out).toContain('announced');
    const unplanned = out.slice(out.indexOf('Held without a plan on record'));
    expect(unplanned.match(/● held/g)).toHaveLength(4);
    expect(out).not.toMatch(/\d:\d/);
  });

  it('fits 100 columns in every view', async () => {
    const views = [
      'outcome',
      'schedule-vs-actual',
      'official-schedule',
      'timeline',
      'positions',
      'agreements',
    ];
    for (const view of [
      ...views,
      'commitments',
      'predictions',
      'statements',
      'sanctions',
      'open-questions',
    ]) {
      const out = await told('show', 'hanoi-2019', view);
      expect([view, Math.max(...out.split('\n').map((line) => line.length)) <= 100]).toEqual([view, true]);
      expect([view, out.includes('undefined')]).toEqual([view, false]);
    }
  });

  it('answers for the moment that is asked for, and says so', async () => {
    const out = await told('show', 'hanoi-2019', '--as-of', '64');
    expect(out).toContain('as the ledger stood at position 64');
    expect(out).not.toContain('canceled');
  });

  it('writes the whole answer as JSON, or its rows as a line each', async () => {
    const json: unknown = JSON.parse(await told('show', 'hanoi-2019', '--output', 'json'));
    expect(json).toMatchObject({ summitId: 'hanoi-2019', position: '108' });
    const lines = (await told('show', 'hanoi-2019', 'commitments', '--output', 'ndjson')).trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ commitmentId: 'no-testing' }]);
  });

  it('is refused in a sentence for a summit, a view or a moment that there is not', async () => {
    const refused = async (...args: string[]) => {
      const { code, out, err } = await ask('show', ...args);
      expect([code, out]).toEqual([2, '']);
      return err;
    };
    expect(await refused('nowhere')).toMatch(/^summit-ledger: unknown_summit: /);
    expect(await refused('hanoi-2019', 'weather')).toContain('There is no view "weather"');
    expect(await refused('hanoi-2019', '--as-of', 'yesterday')).toContain('asOf: ');
  });
});

describe('summit-ledger search', () => {
  it('finds who spoke of the right deal', async () => {
    const out = await told('search', 'right deal');
    expect(out).toContain('H27');
    expect(out.match(/\bH\d\d\b/g)).toHaveLength(1);
    expect(await told('search', 'balderdash')).toBe('Nobody is on record with that.\n');
  });
});

describe('summit-ledger diff', () => {
  it('names what changed between two positions, and the records that brought it', async () => {
    const out = flat(await told('diff', 'hanoi-2019', '--from', '64', '--to', '66'));
    expect(out).toContain('~ signing outcome no report canceled H38');
    expect(out).toContain('~ lunch outcome no report not held H37');
  });
});

describe('summit-ledger replay', () => {
  it('tells the view at first, then what changed at each step', async () => {
    const out = await told('replay', 'hanoi-2019', '--from', '64', '--to', '66');
    const steps = [...out.matchAll(/^(\d+) {2}\S+Z/gm)].map(([, position]) => position);
    expect(out).toContain('as the ledger stood at position 64');
    expect(steps).toEqual(['65', '66', '66']);
    expect(flat(out)).toContain('~ signing outcome no report canceled H38');
  });
});

describe('summit-ledger record', () => {
  const lunch = [
    '--set',
    'data.summitId=hanoi-2019',
    '--set',
    'data.itemId=lunch',
    '--set',
    'data.kind=meal',
  ];
  const account = [
    '--set',
    'accordingTo=cnbc',
    '--set',
    'sources.0.sourceId=S01',
    '--set',
    'occurredAt=2019-02-28',
  ];
  const named = ['--set', 'data.meetingId=lunch', '--set', 'data.title=Working lunch'];

  it('is refused with the records in the way, and records what is contested', async () => {
    const refused = await ask('record', 'RecordMeetingHeld', ...lunch, ...account, ...named);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('contradicts_record');
    expect(refused.err).toContain('in the way: summit-hanoi-2019/H37');
    const contest = ['--set', 'onContradiction=contest', '--set', 'recordId=X1'];
    const out = await told('record', 'RecordMeetingHeld', ...lunch, ...account, ...named, ...contest);
    expect(out).toMatch(/^Recorded summit-hanoi-2019\/X1 \(revision \d+, position 1\d\d\)\.\n$/);
    expect(await told('show', 'hanoi-2019')).toMatch(/Working lunch .*≠ contested/);
  });

  it('takes its body from standard input, and does no harm when repeated', async () => {
    const body = JSON.stringify({ data: { actorId: 'jp', kind: 'state', names: ['Japan'] } });
    const record = () => summitLedger(['record', 'RegisterActor', '-', '--url', service.url], body);
    const first = await record();
    expect(first.out).toMatch(/^Recorded actor-jp\//);
    const again = 'actor-jp/0 says the same already; nothing was recorded now.\n';
    expect(await record()).toEqual({ ...first, out: again });
  });

  it('names every field that is wrong', async () => {
    const { code, err } = await ask('record', 'RegisterActor', '--set', 'data.kind=planet');
    expect(code).toBe(2);
    expect(err).toContain('\n  data.kind: ');
    expect(err).toContain('\n  data.actorId: ');
  });
});

describe('summit-ledger completion', () => {
  it('writes what each shell needs', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { code, out } = await summitLedger(['completion', shell]);
      expect(code).toBe(0);
      expect(out).toContain('schedule-vs-actual');
      expect(out).toContain('--as-of');
    }
    expect((await summitLedger(['completion', 'tcsh'])).code).toBe(2);
  });
});
