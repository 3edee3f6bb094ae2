import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rejections } from '../../src/records/rejected.js';
import { Service } from '../service.js';
import { actor, registry as everybody, SummitPostings } from './postings.js';
import { refusal, type Problem } from './problems.js';
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
  const from = (sourceId: string, place: object = {}) => ({ sources: [{ sourceId, ...place }] });
  const at = (begin: string, end: string) => ({
    occurredAt: { from: `${begin}T00:00:00Z`, to: `${end}T00:00:00Z`, precision: 'day', timeZone: null },
  });
  const usedKey = { 'idempotency-key': 'used' };
  const conditions = { ...usedKey, 'if-match': '"statement-wrong@9"' };

  it('is refused for the first, in the order of rule 2.6.29, and once that is repaired, for the next', async () => {
    const summit = await newSummit();
    const anon = `${summit.id}-anon`;
    await service.given(
      actor(anon, { kind: 'anonymous', names: [] }),
      summit.said('first', { speaker: anon }),
      { ...summit.said('wrong', { quotes: ['Before.'] }), key: 'used' },
      summit.retracted('statement-wrong/said'),
    );
    let data: object = { speaker: 'nobody', summitIds: ['nowhere'], quotes: ['q'.repeat(601)] };
    let over: object = {
      ...from('S99'),
      ...at('2999-01-02', '2999-01-01'),
      embargoUntil: '2019-03-01T00:00:00',
    };
    const repairs: readonly (readonly [string, object, object, Readonly<Record<string, string>>])[] = [
      ['unknown_source', {}, {}, conditions],
      ['locator_required', {}, from('S02'), conditions],
      ['unknown_actor', {}, from('S02', { locator: 'L1' }), conditions],
      ['anonymous_not_shared', { speaker: anon }, {}, conditions],
      ['unknown_summit', { speaker: 'us.trump' }, {}, conditions],
      ['time_reversed', { summitIds: [summit.id] }, {}, conditions],
      ['in_the_future', {}, at('2999-01-01', '2999-01-02'), conditions],
      ['time_zone_required', {}, at('2019-02-28', '2019-03-01'), conditions],
      ['revision_conflict', {}, { embargoUntil: '2019-03-01T00:00:00Z' }, conditions],
      ['idempotency_key_reused', {}, {}, usedKey],
      ['record_exists', {}, {}, {}],
      ['quote_too_long', {}, { recordId: 'anew' }, {}],
    ];
    const codes: string[] = [];
    for (const [, repairedData, repairedOver, headers] of repairs) {
      data = { ...data, ...repairedData };
      over = { ...over, ...repairedOver };
      codes.push((await service.post<Problem>(summit.said('wrong', data, over), headers)).body.code);
    }
    expect(codes).toEqual(repairs.map(([code]) => code));
    const repaired = summit.said('wrong', { ...data, quotes: ['After.'] }, over);
    expect((await service.post(repaired)).status).toBe(201);
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
