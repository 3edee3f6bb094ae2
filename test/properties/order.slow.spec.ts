import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { summitViews } from '../../src/views/catalogue.js';
import { hanoi } from '../hanoi.js';
import { Service, type Body } from '../service.js';

const lines = readFileSync('examples/hanoi-2019.ndjson', 'utf8').trim().split('\n');

interface Line {
  readonly text: string;
  readonly stream: string;
  readonly address: string;
  /** What has to be on record before it can be told: the outcome that a prediction is resolved by. */
  readonly needs: readonly string[];
}

const told: readonly Line[] = hanoi.map(({ stream, type, body }, i) => {
  const { basis = [] } = body.data as { readonly basis?: readonly string[] }; // every basis is a list of addresses
  return {
    text: lines[i] ?? '',
    stream,
    address: `${stream}/${String(body['recordId'])}`,
    needs: type === 'PredictionResolved' ? basis : [],
  };
});
/** Actors, sources and the two summits: what others name has to be there. */
const isRegistry = (_line: Line, i: number) => /Registered$/.test(hanoi[i]?.type ?? '');
const registry = told.filter(isRegistry);
const rest = told.filter((line, i) => !isRegistry(line, i));

/** Any order that keeps each stream's own, and what is needed first. */
function orderBy(choices: readonly number[]): Line[] {
  const streams = [...Map.groupBy(rest, ({ stream }) => stream).values()].map((own) => [...own]);
  const order: Line[] = [];
  const isTold = (address: string) => order.some((line) => line.address === address);
  for (const choice of choices) {
    const ready = streams.filter(([next]) => next?.needs.every(isTold));
    const next = ready[choice % ready.length]?.shift();
    if (next) order.push(next);
  }
  return order;
}

const orders = fc
  .array(fc.nat(), { minLength: rest.length, maxLength: rest.length, size: 'max' })
  .map(orderBy);

const services: Service[] = [];
afterEach(() => Promise.all(services.splice(0).map((service) => service.remove())));

/** What a ledger that was told in an order answers, whatever depends on no order of recording. */
async function answersOf(order: readonly Line[]) {
  const service = await Service.start();
  services.push(service);
  const outcomes = await service.import([...registry, ...order].map(({ text }) => `${text}\n`).join(''));
  expect(outcomes.filter(({ status }) => status !== 201)).toEqual([]);
  const asked = async (view: string) => (await service.get(`/v1/summits/hanoi-2019/${view}`)).body;
  const rows = async (view: string) => (await asked(view))['rows'] as readonly Body[]; // as every list of rows
  return {
    count: outcomes.length,
    schedule: (await rows('schedule-vs-actual')).map(({ itemId, outcome }) => [itemId, outcome]),
    predictions: (await asked('predictions'))['totals'],
    said: new Set((await rows('statements')).map(({ record }) => record)),
    agreement: (await asked('outcome'))['agreement'],
  };
}

const views = summitViews.map(({ name }) => name);

/** It takes half a minute, and more where others have work, too. */
const PATIENCE_MS = 120_000;

describe('the example of Hanoi', () => {
  it(
    'is accepted, and reads the same, in any order that keeps the registry first and each stream’s own',
    async () => {
      const inFileOrder = await answersOf(rest);
      expect(inFileOrder.count).toBe(108);
      await fc.assert(
        fc.asyncProperty(orders, async (order) => {
          expect(order).toHaveLength(rest.length);
          expect(await answersOf(order)).toEqual(inFileOrder);
        }),
        { numRuns: 5, endOnFailure: true },
      );
    },
    PATIENCE_MS,
  );

  it('is one and the same when it is imported twice, with keys or without', async () => {
    const service = await Service.start();
    services.push(service);
    const keyed = told.map(({ text }, i) => `${text.slice(0, -1)},"key":"line-${i}"}\n`).join('');
    const first = await service.import(keyed);
    const answers = async () => {
      const paths = views.map((view) => `/v1/summits/hanoi-2019/${view}?asOf=108&at=2019-03-05T00:00:00Z`);
      return Promise.all(paths.map(async (path) => (await service.get(path)).text));
    };
    const before = await answers();
    const replayed = { standing: 'effective' };
    expect(await service.import(keyed)).toEqual(first.map((line) => ({ ...line, replayed })));
    const again = await service.import(lines.map((line) => `${line}\n`).join(''));
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([409]));
    expect(await service.head()).toBe('108');
    expect(await answers()).toEqual(before);
  });
});
