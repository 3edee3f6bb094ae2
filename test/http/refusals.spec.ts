import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rejections } from '../../src/records/rejected.js';
import { Service, type Posting } from '../service.js';
import { actor, registry as everybody, SummitPostings } from './postings.js';
import { expectProblem, refusal, type Problem } from './problems.js';
import { agreements } from './refusals/agreements.js';
import { everyCommand, registry } from './refusals/every-command.js';
import { outcomes } from './refusals/outcomes.js';
import { recordKeeping } from './refusals/record-keeping.js';
import { schedule } from './refusals/schedule.js';
import { predictions, positions, statements } from './refusals/words.js';

let service: Service;
let summits = 0;

beforeAll(async () => {
  service = await Service.start();
  await service.given(...everybody);
});

afterAll(() => service.remove());

async function newSummit(): Promise<SummitPostings> {
  const summit = new SummitPostings(`s${++summits}`);
  await service.given(...summit.programme());
  return summit;
}

const subjects = {
  'every command': everyCommand,
  'the registry': registry,
  'a schedule': schedule,
  'what took place': outcomes,
  'an agreement': agreements,
  'a statement': statements,
  'a position, a promise, a regime': positions,
  'a prediction': predictions,
  'record-keeping': recordKeeping,
};

describe.each(Object.entries(subjects))('%s', (_subject, cases) => {
  it.each(cases)('is refused for %s (%i %s)', async (_what, status, code, story) => {
    const { given = [], when, inTheWay } = story(await newSummit());
    await service.given(...given);
    const problem = await refusal(service, () => service.post<Problem>(when), [status, code]);
    if (inTheWay) expect(problem.records).toEqual(inTheWay);
  });
});

describe('the catalogue of refusals', () => {
  // forbidden needs roles; the other two are about conditions, which have a spec of their own.
  const elsewhere = ['forbidden', 'revision_conflict', 'idempotency_key_reused'];

  it('holds no code that the service cannot be seen to refuse with', () => {
    const seen = Object.values(subjects).flatMap((cases) => cases.map(([, , code]) => code));
    expect([...new Set([...seen, ...elsewhere])].sort()).toEqual(Object.keys(rejections).sort());
  });
});

describe('a command that breaks every rule', () => {
  it('is refused for the first, in the order of rule 2.6.29, then for the next', async () => {
    const summit = await newSummit();
    const words = (text: string) => ({ quotes: [text] });
    const by = (speaker: string) => ({ speaker });
    const from = (sourceId: string, place: object = {}) => ({ sources: [{ sourceId, ...place }] });
    const at = (begin: string, end: string) => ({
      occurredAt: { from: begin, to: end, precision: 'day', timeZone: null },
    });
    const anon = `${summit.id}-anon`;
    await service.given(
      actor(anon, { kind: 'anonymous', names: [] }),
      summit.said('first', by(anon)),
      { ...summit.said('wrong', words('Before.')), key: 'used' },
      summit.retracted('statement-wrong/said'),
    );
    const placed = from('S02', { locator: 'L1' });
    const long = words('q'.repeat(601));
    const here = { summitIds: [summit.id] };
    const past = at('2019-02-28T00:00:00Z', '2019-03-01T00:00:00Z');
    const nowhere = { ...long, summitIds: ['nowhere'] };
    const backwards = at('2999-01-02T00:00:00', '2999-01-01T00:00:00');

    const steps: readonly (readonly [string, Posting])[] = [
      [
        'unknown_source',
        summit.said('wrong', { ...nowhere, ...by('nobody') }, { ...from('S99'), ...backwards }),
      ],
      [
        'locator_required',
        summit.said('wrong', { ...nowhere, ...by('nobody') }, { ...from('S02'), ...backwards }),
      ],
      ['unknown_actor', summit.said('wrong', { ...nowhere, ...by('nobody') }, { ...placed, ...backwards })],
      [
        'anonymous_not_shared',
        summit.said('wrong', { ...nowhere, ...by(anon) }, { ...placed, ...backwards }),
      ],
      ['unknown_summit', summit.said('wrong', nowhere, { ...placed, ...backwards })],
      ['time_reversed', summit.said('wrong', { ...long, ...here }, { ...placed, ...backwards })],
      [
        'in_the_future',
        summit.said('wrong', long, { ...placed, ...at('2999-01-01T00:00:00', '2999-01-02T00:00:00') }),
      ],
      [
        'time_zone_required',
        summit.said('wrong', long, { ...placed, ...at('2019-02-28T00:00:00', '2019-03-01T00:00:00') }),
      ],
    ];
    const conditions = { 'idempotency-key': 'used', 'if-match': '"statement-wrong@9"' };
    for (const [code, posting] of steps) {
      const { status, body } = await service.post<Problem>(posting, conditions);
      expect({ status, code: body.code }).toEqual({ status: expect.any(Number), code });
    }
    const settled = summit.said('wrong', long, { ...placed, ...past });
    expectProblem(await service.post<Problem>(settled, conditions), 412, 'revision_conflict');
    expectProblem(await service.post<Problem>({ ...settled, key: 'used' }), 422, 'idempotency_key_reused');
    expectProblem(await service.post<Problem>(settled), 409, 'record_exists');
    const renamed = summit.said('wrong', long, { ...placed, ...past, recordId: 'anew' });
    expectProblem(await service.post<Problem>(renamed), 422, 'quote_too_long');
    expect((await service.post(summit.said('wrong', words('After.'), { recordId: 'anew' }))).status).toBe(
      201,
    );
  });
});

describe('a contradiction that the client wants recorded', () => {
  it('is recorded with a dispute of each record in the way, in one write', async () => {
    const summit = await newSummit();
    await service.given(summit.held('lunch'));
    const { status, body } = await service.post<{ events: { type: string; revision: number }[] }>(
      summit.canceled('lunch', { onContradiction: 'contest' }),
    );
    expect(status).toBe(201);
    expect(body.events.map(({ type, revision }) => [type, revision])).toEqual([
      ['MeetingCanceled', 3],
      ['RecordDisputed', 4],
    ]);
  });
});
