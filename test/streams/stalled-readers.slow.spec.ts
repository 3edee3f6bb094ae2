import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { asLines, Service } from '../service.js';
import { metric, residentMegabytes } from './figures.js';
import { registration } from './filled.js';

const EVENTS = 20_000;
const LARGE = 2_000;
const STALLED = 10;
const sockets: Socket[] = [];
let service: Service;

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await service.remove();
});

/** Asks for all events, and then leaves unread whatever comes. */
async function stalled(): Promise<Socket> {
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  sockets.push(socket.pause());
  const lines = ['GET /v1/events HTTP/1.1', `Host: ${hostname}`, 'Accept: text/event-stream', '', ''];
  socket.write(lines.join('\r\n'));
  return socket;
}

async function open(count: number): Promise<Socket[]> {
  const opened = await Promise.all(Array.from({ length: count }, stalled));
  let found = 0;
  while (found < count) found = await metric(service, 'summit_ledger_open_streams');
  return opened;
}

/** What the service weighs after 20,000 large events, with so many readers who read none of them. */
async function weightWith(readers: number): Promise<number> {
  service = await Service.start();
  await open(readers);
  for (let i = 0; i < EVENTS; i += 5_000) {
    const some = Array.from({ length: 5_000 }, (_, k) => registration(`a${i + k}`, LARGE));
    const refused = (await service.import(asLines(some))).filter(({ status }) => status !== 201);
    expect(refused).toEqual([]);
  }
  // The facts have caught up, so that both services have done the same work.
  await service.get('/v1/summits');
  expect(await metric(service, 'summit_ledger_open_streams')).toBe(readers);
  return residentMegabytes(service);
}

describe('readers who stop reading', () => {
  it('leave the memory of the service as it is', async () => {
    const without = await weightWith(0);
    await service.remove();
    const weight = await weightWith(STALLED);
    console.info(
      `after ${EVENTS} events of 2 KB: ${Math.round(without)} MB without a reader, ` +
        `${Math.round(weight)} MB with ${STALLED} readers who read nothing`,
    );
    // What they have not read are 40 MB for each.
    expect(weight - without).toBeLessThan(120);
  }, 300_000);

  it('are cut after a while, and those who read stay', async () => {
    service = await Service.start({ STALL_TIMEOUT_MS: '300', HEARTBEAT_MS: '50' });
    const [reading] = await open(3);
    if (!reading) throw new Error('three were opened');
    reading.resume();
    const some = Array.from({ length: 5_000 }, (_, i) => registration(`a${i}`, LARGE));
    await service.import(asLines(some));
    let left = 3;
    while (left > 1) left = await metric(service, 'summit_ledger_open_streams');
    // A heartbeat comes to whoever is left.
    await once(reading, 'data');
  }, 60_000);
});
