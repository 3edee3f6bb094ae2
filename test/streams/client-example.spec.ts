import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SummitLedger, type Message } from '../../examples/client/summit-ledger.js';
import { first } from '../http/frames.js';
import { actor, registry, SummitPostings } from '../http/postings.js';
import { Service } from '../service.js';

const summit = new SummitPostings('x');
const running: ChildProcess[] = [];
let service: Service;
let file: string;

beforeAll(async () => {
  service = await Service.start();
  file = join(service.folder, 'position.txt');
  await service.given(...registry, summit.registered({ recordId: 'registered' }));
});

afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});

afterAll(() => service.remove());

/** One of the programs beside the client, as it stands there. */
class Program {
  private out = '';
  readonly child: ChildProcess;

  constructor(name: string, ...args: string[]) {
    const command = [`examples/client/${name}`, service.url, ...args];
    this.child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
    running.push(this.child);
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.out += text));
  }

  /** Its lines, once it has written so many. */
  async lines(count: number): Promise<string[]> {
    const said = () => this.out.split('\n').slice(0, -1);
    while (said().length < count && this.child.stdout) await once(this.child.stdout, 'data');
    return said();
  }

  async ended(): Promise<string> {
    await once(this.child, 'close');
    return this.out;
  }
}

describe('the client that comes with the service', () => {
  it('records a command, once for a key', async () => {
    const ledger = new SummitLedger(service.url);
    const { body } = actor('by-client');
    const answer = await ledger.record('RegisterActor', body, 'k');
    expect(answer).toMatchObject({ record: 'actor-by-client/0', revision: 0 });
    expect(await ledger.record('RegisterActor', body, 'k')).toEqual(answer);
  });

  it('throws the code of a refusal', async () => {
    const ledger = new SummitLedger(service.url);
    await expect(ledger.record('RegisterActor', actor('us').body)).rejects.toMatchObject({
      status: 409,
      code: 'already_registered',
    });
    await expect(ledger.follow({ type: 'Nonsense' }).next()).rejects.toMatchObject({ code: 'invalid' });
  });

  it('follows what it asked for, and ends with its signal', async () => {
    const leaving = new AbortController();
    const messages = new SummitLedger(service.url).follow({ summit: 'x', signal: leaving.signal });
    const [event, caughtUp] = await first(2, {
      [Symbol.asyncIterator]: () => ({ next: () => messages.next() }),
    });
    expect([event?.kind, caughtUp?.kind]).toEqual(['event', 'caught-up'] satisfies Message['kind'][]);
    const last = messages.next();
    leaving.abort();
    expect((await last).done).toBe(true);
  });

  it('tells everything once, over restarts of the service and of its own', async () => {
    const { port } = new URL(service.url);
    const following = new Program('follow.ts', file, 'x');
    expect(await following.lines(2)).toEqual(['SummitRegistered summit-x/registered', expect.any(String)]);

    await service.stop();
    await service.restart({ PORT: port });
    const { command, body } = summit.held();
    const recording = new Program('record.ts', command, JSON.stringify(body));
    expect(await recording.ended()).toMatch(/^recorded summit-x\/held at \d+\n$/);
    expect((await following.lines(4)).filter((line) => !line.startsWith('caught-up'))).toEqual([
      'SummitRegistered summit-x/registered',
      'MeetingHeld summit-x/held',
    ]);

    // It stores a position after it has printed what is there.
    for (const head = await service.head(); (await readFile(file, 'utf8')) !== head;);
    following.child.kill();
    await following.ended();
    await service.given(summit.retracted(summit.record('held'), { recordId: 'meanwhile' }));
    const again = await new Program('follow.ts', file, 'x').lines(1);
    expect(again[0]).toBe('RecordRetracted summit-x/meanwhile');
  });
});
