import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { Service } from '../service.js';

const address = '/v1/summits/hanoi-2019/official-schedule';
let service: Service;

beforeAll(async () => {
  service = await Service.start();
  await service.import(readFileSync('examples/hanoi-2019.ndjson', 'utf8'));
});
afterAll(() => service.remove());

/** As a calendar program reads it: each event by its title. */
function eventsIn(text: string) {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return new Map(events.map((event) => [event.summary, event]));
}

const statusOf = (event: ICAL.Event | undefined) => event?.component.getFirstPropertyValue('status');

describe('the official schedule as a calendar', () => {
  it('is read by a calendar program at an address of its own', async () => {
    const { status, headers, text } = await service.get(`${address}.ics`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('ledger-position')).toBe('108');
    const events = eventsIn(text);
    expect(events.size).toBe(5);
    expect(statusOf(events.get('Joint Agreement Signing Ceremony'))).toBe('CANCELLED');
  });

  it('is the same bytes under the address of the view, where they are asked for', async () => {
    const { text } = await service.get(`${address}.ics`);
    expect((await service.get(address, { accept: 'text/calendar' })).text).toBe(text);
    expect((await service.get(address)).body).toHaveProperty('rows');
  });

  it('takes the three axes and the publisher, and nothing else', async () => {
    const early = await service.get(`${address}.ics?at=2019-02-27T17:00:00Z`);
    expect(statusOf(eventsIn(early.text).get('Joint Agreement Signing Ceremony'))).toBe('CONFIRMED');
    expect(eventsIn((await service.get(`${address}.ics?asOf=30`)).text).size).toBe(0);
    expect(eventsIn((await service.get(`${address}.ics?publisher=cnbc`)).text).size).toBe(0);
    expect(await service.get(`${address}.ics?color=red`)).toMatchObject({ status: 400 });
    expect(await service.get('/v1/summits/nowhere/official-schedule.ics')).toMatchObject({ status: 404 });
  });

  it('is offered by no other view', async () => {
    const timeline = await service.get('/v1/summits/hanoi-2019/timeline', { accept: 'text/calendar' });
    expect(timeline.status).toBe(406);
  });

  it('counts one change more when a cancellation is retracted', async () => {
    const title = 'Joint Agreement Signing Ceremony';
    const before = eventsIn((await service.get(`${address}.ics`)).text).get(title);
    const target = 'summit-hanoi-2019/H38';
    await service.given({
      command: 'RetractRecord',
      body: { data: { target, reason: 'a test', by: 'ledger' } },
    });
    const after = eventsIn((await service.get(`${address}.ics`)).text).get(title);
    expect(statusOf(after)).toBe('CONFIRMED');
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBe((before?.sequence ?? 0) + 1);
  });
});
