/**
 * How fast events reach many subscribers at once, and what that takes of the service.
 * Arguments: subscribers (1,000), appends a second (200), seconds (10). Needs `npm run build`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { actor } from '../test/http/postings.js';
import { Service } from '../test/service.js';
import { metric } from '../test/streams/figures.js';

const [SUBSCRIBERS = 1_000, RATE = 200, SECONDS = 10] = process.argv.slice(2).map(Number);
/** Subscribers whose frames are looked into; the others read in another process, and look at nothing. */
const WATCHED = 20;
const DESCRIPTION = 'The two leaders met one on one before the expanded session. '.repeat(10);
const OTHERS = 'read';

async function subscribe(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    `GET /v1/events?after=0 HTTP/1.1\r\nHost: ${hostname}\r\nAccept: text/event-stream\r\nConnection: keep-alive\r\n\r\n`,
  );
  return socket;
}

/** Milliseconds from when the service wrote an event to when it was here. */
function watch(socket: Socket, delays: number[]): void {
  let rest = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    const now = Date.now();
    const frames = (rest + text).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      const [, recordedAt] = /"recordedAt":"([^"]+)"/.exec(frame) ?? [];
      if (recordedAt !== undefined) delays.push(now - Date.parse(recordedAt));
    }
  });
}

async function append(service: Service): Promise<void> {
  const start = performance.now();
  const posted: Promise<unknown>[] = [];
  for (let i = 0; i < RATE * SECONDS; i += 1) {
    const due = start + (i * 1_000) / RATE - performance.now();
    if (due > 0) await pause(due);
    posted.push(service.post(actor(`a${i}`, { description: DESCRIPTION })));
  }
  await Promise.all(posted);
}

async function readOthers(url: string, count: number): Promise<() => void> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, import.meta.filename, OTHERS, url, String(count)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(child.stdout, 'data');
  return () => child.kill();
}

function quantile(values: readonly number[], share: number): string {
  return `${values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN} ms`;
}

async function measure(): Promise<void> {
  const service = await Service.start();
  const stopOthers = await readOthers(service.url, SUBSCRIBERS - WATCHED);
  const delays: number[] = [];
  for (let i = 0; i < WATCHED; i += 1) watch(await subscribe(service.url), delays);
  const [cpuBefore, start] = [await metric(service, 'process_cpu_seconds_total'), performance.now()];
  await append(service);
  const seconds = (performance.now() - start) / 1_000;
  const cpu = (await metric(service, 'process_cpu_seconds_total')) - cpuBefore;
  const delivered = await metric(service, 'summit_ledger_events_delivered_total');
  console.log(
    `${SUBSCRIBERS} subscribers, ${Math.round((RATE * SECONDS) / seconds)} appends/s: ` +
      `${Math.round(delivered / seconds)} deliveries/s; ` +
      `recorded to received p50 ${quantile(delays, 0.5)}, p99 ${quantile(delays, 0.99)}; ` +
      `${Math.round((cpu / seconds) * 100)} % of a core, ` +
      `${Math.round((await metric(service, 'process_resident_memory_bytes')) / 2 ** 20)} MB`,
  );
  stopOthers();
  await service.remove();
  process.exit();
}

if (process.argv[2] === OTHERS) {
  const [url = '', count = '0'] = process.argv.slice(3);
  for (let i = 0; i < Number(count); i += 1) (await subscribe(url)).resume();
  process.stdout.write('ready\n');
} else await measure();
