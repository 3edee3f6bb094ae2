import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandLine, summitLedger } from './command-line.js';
import { Service } from '../service.js';

let service: Service;
let tail: CommandLine | undefined;

beforeAll(async () => {
  service = await Service.start();
});

afterEach(() => tail?.interrupt());

afterAll(async () => {
  await service.remove();
});

async function register(actorId: string): Promise<void> {
  const fields = ['actorId=' + actorId, 'kind=state', `names=["${actorId.toUpperCase()}"]`];
  const flags = fields.flatMap((field) => ['--set', `data.${field}`]);
  expect((await summitLedger(['record', 'RegisterActor', ...flags, '--url', service.url])).code).toBe(0);
}

describe('summit-ledger tail', () => {
  it('shows history after a position, then what is recorded, until Ctrl-C', async () => {
    await register('us');
    tail = new CommandLine(['tail', '--after', '0', '--url', service.url]);
    await tail.hasWritten('actor-us/0');
    await register('vn');
    await tail.hasWritten('actor-vn/0');
    tail.interrupt();
    const { code, out, err } = await tail.ended;
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^\S+ \S+Z {2}ActorRegistered {2}actor-us\/0 {2}\(\w+\) {2}US\n/);
  });

  it('begins with what is recorded from now on', async () => {
    tail = new CommandLine(['tail', '--url', service.url]);
    await tail.hasSaid('Following');
    await register('fr');
    await tail.hasWritten('actor-fr/0');
    tail.interrupt();
    expect((await tail.ended).out.trim().split('\n')).toHaveLength(1);
  });

  it('says where it goes on when the ledger ends before what it asks for', async () => {
    const tail = new CommandLine(['tail', '--after', '1000000', '--url', service.url]);
    await tail.hasSaid('The ledger ends before that; following it after position');
    await register('cn');
    await tail.hasWritten('actor-cn/0');
    tail.interrupt();
    expect((await tail.ended).out.trim().split('\n')).toHaveLength(1);
  });

  it('is refused in a sentence when it asks for what there is not', async () => {
    const { code, err } = await summitLedger([
      'tail',
      '--type',
      'Nonsense',
      '--after',
      '0',
      '--url',
      service.url,
    ]);
    expect(code).toBe(2);
    expect(err).toContain('there is no event type "Nonsense"');
  });
});

describe('summit-ledger tail over a connection that is lost', () => {
  const frame = (position: number) =>
    `id: ${position}\nevent: ActorRegistered\ndata: ${JSON.stringify({
      type: 'ActorRegistered',
      record: `actor-a${position}/0`,
      data: { data: {} },
    })}\n\n`;
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers['last-event-id']);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    answer(response, asked.length);
  });

  /** Cuts the first connection in the middle of a frame, then goes on. */
  function answer(response: ServerResponse, connection: number): void {
    if (connection > 1) response.write(frame(2));
    else response.write(frame(1) + frame(2).slice(0, 20), () => response.destroy());
  }

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('goes on after the last event that it showed', async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
    tail = new CommandLine(['tail', '--after', '0', '--url', url]);
    await tail.hasWritten('actor-a2');
    tail.interrupt();
    const { out, err } = await tail.ended;
    expect(asked).toEqual(['0', '1']);
    expect(out.match(/actor-a\d/g)).toEqual(['actor-a1', 'actor-a2']);
    expect(err).toBe('The connection was lost after position 1; trying again\n');
  });
});
