import { describe, expect, it } from '@jest/globals';
import { ConcludeSummit } from '../summit/conclude-summit.js';
import { PublishSchedule } from '../summit/publish-schedule.js';
import { RegisterActor } from '../registry/register-actor.js';
import { NoParameters } from '../views/definition.js';
import { Rejected } from '../records/rejected.js';
import { parse } from './parse.js';

function refusal(type: new () => object, body: unknown) {
  try {
    parse(type, body);
  } catch (error) {
    if (error instanceof Rejected)
      return { code: error.code, fields: error.particulars.fields?.map(({ field }) => field) };
    throw error;
  }
  return undefined;
}

const actor = { actorId: 'us', kind: 'state', names: ['United States'] };

describe('parse', () => {
  it('makes an instance of a body that has the shape', () =>
    expect(parse(RegisterActor, { data: actor })).toBeInstanceOf(RegisterActor));

  it.each([[null], ['text'], [[]], [undefined]])('refuses %j, which is no object', (body) =>
    expect(refusal(RegisterActor, body)?.code).toBe('invalid'),
  );

  it.each([[undefined], [null], [[]], [[[]]], ['text']])('refuses %j in the place of an object', (data) =>
    expect(refusal(RegisterActor, { data })).toMatchObject({ code: 'invalid' }),
  );

  it.each([[{}], ['text'], [[[]]], [[null]], [['text']]])('refuses %j in the place of a list', (sources) =>
    expect(refusal(ConcludeSummit, { sources })?.fields).toContainEqual(expect.stringMatching(/^sources/)),
  );

  it('names every field that is wrong or unknown, at every depth', () => {
    const data = {
      ...actor,
      kind: 'planet',
      color: 'red',
      memberships: [{ org: 'un', role: 'x', since: 1945 }],
    };
    expect(refusal(RegisterActor, { data, note: 'x' })).toEqual({
      code: 'invalid',
      fields: expect.arrayContaining(['note', 'data.kind', 'data.color', 'data.memberships.0.since']),
    });
  });

  it('takes nothing but nothing where no field is known', () => {
    expect(refusal(NoParameters, {})).toBeUndefined();
    expect(refusal(NoParameters, { color: 'red' })).toEqual({ code: 'invalid', fields: ['color'] });
  });

  it('gives a missing field the code of its own, if nothing else is wrong', () => {
    const body = {
      occurredAt: '2019-02-28',
      accordingTo: 'cnbc',
      data: { summitId: 's', publisher: 'cnbc', revision: 1, items: [] },
    };
    expect(refusal(PublishSchedule, body)?.code).toBe('source_required');
    expect(refusal(PublishSchedule, { ...body, accordingTo: undefined })?.code).toBe('invalid');
  });
});
