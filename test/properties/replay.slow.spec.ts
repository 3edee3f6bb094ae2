import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { summitViews } from '../../src/views/catalogue.js';
import { applied, type Changes, type Json } from '../../src/views/diff/changes.js';
import { axes, type Axis } from '../../src/views/replay/axis.js';
import { Service, type Posting } from '../service.js';

type Frame =
  | { readonly kind: 'snapshot'; readonly answer: Json }
  | ({ readonly kind: 'change' } & Changes)
  | { readonly kind: 'end' };

let service: Service;

const about = (command: string, target: string, data: object): Posting => ({
  command,
  body: { data: { target, ...data } },
});
const summit = (recordId: string) => `summit-hanoi-2019/${recordId}`;

beforeAll(async () => {
  service = await Service.start();
  await service.import(readFileSync('examples/hanoi-2019.ndjson', 'utf8'));
  const retracted = { reason: 'a test', by: 'ledger' };
  await service.given(
    about('RetractRecord', summit('H38'), retracted),
    about('CorrectRecord', summit('H19'), {
      patch: { data: { title: 'Supper' } },
      reason: 'a test',
      cause: 'error',
    }),
    about('DisputeRecord', 'position-hanoi-2019:dprk/H43', { by: 'dprk' }),
    { command: 'RetractRecord', body: { recordId: 'back', data: { target: summit('H37'), ...retracted } } },
    about('RetractRecord', summit('back'), retracted),
  );
});
afterAll(() => service.remove());

async function framesOf(view: string, axis: Axis): Promise<Frame[]> {
  const { text } = await service.get(`/v1/summits/hanoi-2019/${view}/replay?axis=${axis}`, {
    accept: 'application/x-ndjson',
  });
  // Written by the service, one frame a line.
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Frame);
}

/** What the answer says of itself is no part of the model. */
function modelIn({
  summitId: _id,
  moment: _moment,
  queryTime: _time,
  position: _position,
  ...model
}: Json): Json {
  return model;
}

const cases = summitViews.flatMap(({ name }) => axes.map((axis) => ({ name, axis })));

describe('a replay of Hanoi', () => {
  it.each(cases)('of $name on the axis $axis ends in the live answer', async ({ name, axis }) => {
    const frames = await framesOf(name, axis);
    const [first, ...rest] = frames;
    expect([first?.kind, frames.at(-1)?.kind]).toEqual(['snapshot', 'end']);
    const last = rest.reduce<Json>(
      (model, frame) => (frame.kind === 'change' ? applied(model, frame) : model),
      first?.kind === 'snapshot' ? first.answer : {},
    );
    const live = (await service.get<Json>(`/v1/summits/hanoi-2019/${name}`)).body;
    expect(modelIn(last)).toEqual(modelIn(live));
  });
});
