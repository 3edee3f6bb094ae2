import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Service, type Body } from '../../service.js';
import { Expected } from './expected.js';
import { largeSummit } from './generator.js';
import { standing, type Sent } from './slow-fold.js';

let service: Service;
let expected: Expected;
/** How long each view took to answer, in milliseconds. */
const took = new Map<string, number>();

beforeAll(async () => {
  service = await Service.start();
  const lists = largeSummit();
  for (const list of lists) await service.given(...list);
  expect(lists.flat()).toHaveLength(5_000);
  expect(lists.flat().filter(({ command }) => command === 'CorrectRecord')).toHaveLength(500);
  const { text } = await service.get('/v1/events', { accept: 'application/x-ndjson' });
  // One event a line.
  expected = new Expected(
    standing(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Sent),
    ),
  );
}, 120_000);

afterAll(async () => {
  const times = [...took].map(([view, ms]) => `${view} ${ms.toFixed(0)} ms`);
  console.log(`A summit of 5,000 records, first answer of each view: ${times.join(', ')}`);
  await service.remove();
});

async function view(name: string, query = ''): Promise<Body> {
  const start = performance.now();
  const { status, body } = await service.get(`/v1/summits/x/${name}${query}`);
  took.set(name, took.get(name) ?? performance.now() - start);
  expect(status).toBe(200);
  return body;
}

const rowsOf = async (name: string, query = '') => (await view(name, query))['rows'] as readonly Body[]; // a list-shaped view

describe('a summit of 5,000 records with 500 corrections', () => {
  it('tells what came of every item', async () => {
    const rows = await rowsOf('schedule-vs-actual');
    const told = rows.map(({ itemId, outcome, planChanges, startDeltaMin }) => ({
      itemId,
      outcome,
      planChanges,
      startDeltaMin,
    }));
    expect(told).toEqual(expected.schedule());
  });

  it('tells every revision of the programme', async () => {
    const rows = await rowsOf('official-schedule');
    const told = rows.map(({ revision, items, dropped, changes }) => ({
      revision,
      items: (items as readonly unknown[]).length, // a list of lines
      dropped,
      changes: (changes as readonly Body[]).map(({ record }) => record).sort(), // a list of changes
    }));
    expect(told).toEqual(expected.revisions());
  });

  it('gives calendar programs an entry for every item', async () => {
    const start = performance.now();
    const { text } = await service.get('/v1/summits/x/official-schedule.ics');
    took.set('official-schedule.ics', performance.now() - start);
    const off = expected.schedule().filter(({ outcome }) => outcome !== 'held' && outcome !== 'no_report');
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(400);
    expect(text.match(/^STATUS:CANCELLED/gm)).toHaveLength(off.length);
  });

  it('tells every record once, in the order of their times', async () => {
    const entries = (await rowsOf('timeline')).flatMap((row) => row['entries'] as readonly Body[]); // a list of entries
    expect(new Set(entries.map(({ record }) => record))).toEqual(expected.records());
    expect(entries).toHaveLength(expected.records().size);
    const times = entries.map(({ occurredAt }) => Date.parse(String((occurredAt as Body)['from']))); // a When
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('finds every statement in its last wording', async () => {
    const statements = expected.of('StatementIssued');
    const told = new Map((await rowsOf('statements')).map(({ record, quotes }) => [record, quotes]));
    expect(told).toEqual(new Map(statements.map(({ record, data }) => [record, data['quotes']])));
    const found = await view('statements', '?q=word7');
    expect(found['total']).toBe(
      statements.filter(({ data }) => /word7$/.test(String(data['quotes']))).length,
    );
  });

  it('tells all that each party wanted', async () => {
    for (const { party, issue, records } of await rowsOf('positions')) {
      const wanted = expected
        .of('PositionTaken', 'party', party)
        .filter(({ data }) => data['issue'] === issue);
      expect(new Set(records as readonly string[])).toEqual(new Set(wanted.map(({ record }) => record))); // addresses
    }
    const cells = (await rowsOf('positions')).flatMap(({ cells }) => cells as readonly Body[]); // a list of cells
    expect(cells.map(({ content }) => content).sort()).toEqual(
      expected
        .of('PositionTaken')
        .map(({ data }) => data['content'])
        .sort(),
    );
  });

  it('judges every promise by its last judgement', async () => {
    const rows = await rowsOf('commitments');
    expect(Object.fromEntries(rows.map(({ commitmentId, status }) => [commitmentId, status]))).toEqual(
      expected.promises(),
    );
  });

  it('counts what was foretold, in all and by whom', async () => {
    const model = await view('predictions');
    expect(model['totals']).toMatchObject(expected.predictions());
    for (const row of model['rows'] as readonly Body[])
      // as above
      expect(row).toMatchObject(expected.predictions(String(row['by'])));
  });

  it('tells how each regime of sanctions stands', async () => {
    const [row] = await rowsOf('sanctions');
    const regimes = row?.['regimes'] as readonly Body[]; // a list of regimes
    expect(Object.fromEntries(regimes.map(({ regimeId, status }) => [regimeId, status]))).toEqual(
      expected.sanctions(),
    );
  });

  it('tells how it ended', async () => {
    expect(await view('outcome')).toMatchObject({
      manner: 'extended',
      agreement: 'full',
      agreementsConcluded: ['accord'],
    });
    expect(await rowsOf('agreements')).toMatchObject([
      { agreementId: 'accord', adopted: true, signed: false },
    ]);
  });

  it('asks about every item without report and every open prediction', async () => {
    const rows = await rowsOf('open-questions');
    const count = (question: string) => rows.filter((row) => row['question'] === question).length;
    expect(count('no_report')).toBe(
      expected.schedule().filter(({ outcome }) => outcome === 'no_report').length,
    );
    expect(count('no_horizon')).toBe(expected.predictions()['open']);
  });
});
