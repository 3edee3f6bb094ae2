/**
 * How fast events reach many subscribers at once, and what that takes of the service.
 * Arguments: subscribers (1,000), appends a second (200), seconds (10). Needs `npm run build`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Service } from '../test/service.js';
import { metric } from '../test/streams/figures.js';

const [SUBSCRIBERS = 1_000, RATE = 200, SECONDS = 10] = process.argv.slice(2).map(Number);
/** Subscribers whose frames are looked into; the others read in another process, and look at nothing. */
const WATCHED = 20;
const CLIENTS = 20;
const DESCRIPTION = 'The two leaders met one on one before the expanded session. '.repeat(10);
const OTHERS = 'read';

const registration = (i: number) => ({
  command: 'RegisterActor',
  body: { data: { actorId: `a${i}`, kind: 'organization', names: [`A${i}`], description: DESCRIPTION } },
});

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

/** By so many clients, each of whom waits for its answer; who falls behind does not catch up at once. */
async function append(service: Service): Promise<void> {
  const until = performance.now() + SECONDS * 1_000;
  const every = (CLIENTS * 1_000) / RATE;
  let next = 0;
  const client = async (): Promise<void> => {
    for (let due = performance.now(); due < until; due = Math.max(due + every, performance.now())) {
      await pause(Math.max(due - performance.now(), 0));
      const { status, text } = await service.post(registration(next++));
      if (status !== 201) throw new Error(`refused: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
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

async function measure(service: Service): Promise<void> {
  const delays: number[] = [];
  for (let i = 0; i < Math.min(WATCHED, SUBSCRIBERS); i += 1) watch(await subscribe(service.url), delays);
  const figure = (name: string) => metric(service, name);
  const [cpuBefore, start] = [await figure('process_cpu_seconds_total'), performance.now()];
  await append(service);
  const seconds = (performance.now() - start) / 1_000;
  const cpu = (await figure('process_cpu_seconds_total')) - cpuBefore;
  const a = {
    appended: Number(await service.head()) / seconds,
    delivered: (await figure('summit_ledger_events_delivered_total')) / seconds,
    megabytes: (await figure('process_resident_memory_bytes')) / 2 ** 20,
  };
  console.log(
    `${SUBSCRIBERS} subscribers: ${Math.round(a.appended)} appends/s, ${Math.round(a.delivered)} deliveries/s; ` +
      `recorded to received p50 ${quantile(delays, 0.5)}, p99 ${quantile(delays, 0.99)}; ` +
      `${Math.round((cpu / seconds) * 100)} % of a core, ${Math.round(a.megabytes)} MB`,
  );
}

if (process.argv[2] === OTHERS) {
  const [url = '', count = '0'] = process.argv.slice(3);
  for (let i = 0; i < Number(count); i += 1) (await subscribe(url)).resume();
  process.stdout.write('ready\n');
} else {
  const service = await Service.start();
  const stopOthers = await readOthers(service.url, Math.max(SUBSCRIBERS - WATCHED, 0));
  try {
    await measure(service);
  } finally {
    stopOthers();
    await service.remove();
  }
  process.exit();
}
