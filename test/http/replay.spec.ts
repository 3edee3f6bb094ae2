import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { axes, type Axis } from '../../src/views/replay/axis.js';
import { Service } from '../service.js';

interface Frame {
  readonly kind: string;
  readonly point: string;
  readonly time: string;
}

let service: Service;

beforeAll(async () => {
  service = await Service.start();
  await service.import(readFileSync('examples/hanoi-2019.ndjson', 'utf8'));
  const words = ['2019-02-30', '2015-12-12T99:99:99Z', '2031-01-01T00:00:00Z', '2019-02-28'];
  await service.given(
    ...words.map((note, i) => {
      const patch = { data: { title: `Dinner ${i}` } };
      const data = { target: 'summit-hanoi-2019/H19', patch, reason: `noted ${note}`, cause: 'error' };
      return { command: 'CorrectRecord', body: { note, unknown: note, data } };
    }),
  );
});
afterAll(() => service.remove());

async function framesOf(axis: Axis, query = ''): Promise<Frame[]> {
  const path = `/v1/summits/hanoi-2019/schedule-vs-actual/replay?axis=${axis}${query}`;
  const { status, text } = await service.get(path, { accept: 'application/x-ndjson' });
  expect(status).toBe(200);
  const lines = text.trimEnd().split('\n');
  // Written by the service, one frame a line.
  return lines.map((line) => JSON.parse(line) as Frame);
}

describe('a replay', () => {
  it.each(axes)('never goes back in time on the axis %s, whatever words say of times', async (axis) => {
    const frames = await framesOf(axis);
    const times = frames.map(({ time }) => Date.parse(time));
    expect(frames.length).toBeGreaterThan(5);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).toBeGreaterThan(2);
    expect(frames.at(-1)?.kind).toBe('end');
  });

  it('begins before anything that is told, and goes no further than now where nothing is', async () => {
    const [first, ...rest] = await framesOf('at');
    expect(Date.parse(first?.time ?? '')).toBeLessThan(Date.parse('2019-02-27T00:00:00Z'));
    expect(rest.filter(({ time }) => time > new Date(Date.now() + 60_000).toISOString())).toEqual([]);
  });

  it.each(['0', '0.0', '-1', 'fast'])('is refused the speed %s, and says what to send', async (speed) => {
    const path = `/v1/summits/hanoi-2019/timeline/replay?axis=at&speed=${speed}`;
    const { status, body } = await service.get(path);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('"field":"speed"');
    expect(JSON.stringify(body)).toContain('must be a number above 0');
  });
});
