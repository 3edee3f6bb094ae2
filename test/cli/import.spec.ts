import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandLine, summitLedger } from './command-line.js';
import { Service } from '../service.js';

const EXAMPLE = 'examples/hanoi-2019.ndjson';
const actor = (actorId: string) =>
  JSON.stringify({ command: 'RegisterActor', body: { data: { actorId, kind: 'state', names: [actorId] } } });

let service: Service;
let folder: string;

beforeAll(async () => {
  service = await Service.start();
  folder = await mkdtemp(join(tmpdir(), 'summit-ledger-import-'));
});

afterAll(async () => {
  expect(await service.stop()).toBe(0);
  await service.remove();
  await rm(folder, { recursive: true });
});

async function fileOf(...lines: string[]): Promise<string> {
  const file = join(folder, 'lines.ndjson');
  await writeFile(file, lines.join('\n'));
  return file;
}

describe('summit-ledger import', () => {
  it('records every line of the example, and nothing when it is imported again', async () => {
    const first = await summitLedger(['import', EXAMPLE, '--url', service.url]);
    expect(first).toEqual({ code: 0, out: '108 lines recorded.\n', err: '' });
    const before = await service.head();
    const second = await summitLedger(['import', EXAMPLE, '--url', service.url]);
    expect(second).toEqual({ ...first, out: '0 lines recorded, 108 there already.\n' });
    expect(await service.head()).toBe(before);
  });

  it('goes on after lines that are refused, and names each with its code', async () => {
    const unknown = JSON.stringify({ command: 'LandOnTheMoon', body: {} });
    const file = await fileOf(actor('fr'), '{"command":', actor('us'), unknown, unknown, actor('de'));
    const { code, out, err } = await summitLedger(['import', file, '--url', service.url]);
    expect(code).toBe(2);
    expect(out).toContain(
      '2 lines recorded, 4 refused: 1 malformed_json, 1 already_registered, 2 unknown_command.',
    );
    expect(out).toContain('line 2  malformed_json  ');
    expect(out).toContain('line 3  already_registered  ');
    expect(out).toContain('unknown_command  LandOnTheMoon (2)');
    expect(err).toBe(`summit-ledger: 4 lines of ${file} refused\n`);
  });

  it('records anew what was retracted since, and refuses what is no UTF-8 by its line', async () => {
    const said = (statementId: string) => ({
      occurredAt: '2019-02-28',
      accordingTo: 'cnbc',
      sources: [{ sourceId: 'S01', locator: 'L1' }],
      data: {
        statementId,
        summitIds: ['hanoi-2019'],
        speaker: 'us.trump',
        genre: 'statement',
        form: 'paraphrase',
        paraphrase: 'so',
      },
    });
    const line = JSON.stringify({ command: 'RecordStatement', body: said('anew') });
    const file = await fileOf(line);
    const once = await summitLedger(['import', file, '--url', service.url]);
    const retract = {
      command: 'RetractRecord',
      body: { data: { target: 'statement-anew/0', reason: 'wrong', by: 'ledger' } },
    };
    const retracted = await summitLedger([
      'import',
      await fileOf(JSON.stringify(retract)),
      '--url',
      service.url,
    ]);
    const again = await summitLedger(['import', await fileOf(line), '--url', service.url]);
    const there = await summitLedger(['import', await fileOf(line), '--url', service.url]);
    expect([once, retracted, again, there].map(({ out }) => out)).toEqual([
      '1 line recorded.\n',
      '1 line recorded.\n',
      '1 line recorded.\n',
      '0 lines recorded, 1 there already.\n',
    ]);
    const latin = join(folder, 'latin.ndjson');
    await writeFile(
      latin,
      Buffer.from(`${actor('ok')}\n${actor('cote').replace('"cote"', '"Côte"')}\n`, 'latin1'),
    );
    const { out } = await summitLedger(['import', latin, '--url', service.url]);
    expect(out).toContain('1 line recorded, 1 refused: 1 malformed_json.');
    expect(out).toContain('line 2');
  });

  it('names the records in the way', async () => {
    const signing = {
      recordId: 'X1',
      occurredAt: '2019-02-28',
      accordingTo: 'cnbc',
      sources: [{ sourceId: 'S01', locator: 'L1' }],
      data: {
        summitId: 'hanoi-2019',
        itemId: 'signing',
        agreements: [{ agreementId: 'joint', title: 'Joint statement' }],
        signatories: [{ actorId: 'us.trump', forParty: 'us' }],
      },
    };
    const file = await fileOf(JSON.stringify({ command: 'RecordSigningHeld', body: signing }));
    const { out } = await summitLedger(['import', file, '--url', service.url]);
    expect(out).toContain('line 1  contradicts_record');
    expect(out).toContain('in the way: summit-hanoi-2019/H38');
  });

  it('reads standard input', async () => {
    const { code, out } = await summitLedger(['import', '-', '--url', service.url], `${actor('it')}\n`);
    expect([code, out]).toEqual([0, '1 line recorded.\n']);
  });

  it('streams a long file', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => actor(`a${i}`));
    const { code, out } = await summitLedger(['import', await fileOf(...lines), '--url', service.url]);
    expect([code, out]).toEqual([0, '500 lines recorded.\n']);
  }, 30_000);

  it('says so in one sentence when there is no service, or no file', async () => {
    const away = await summitLedger(['import', EXAMPLE, '--url', 'http://127.0.0.1:9']);
    expect([away.code, away.out]).toEqual([1, '']);
    expect(away.err).toBe(
      'summit-ledger: No service answers at http://127.0.0.1:9; start one with: summit-ledger serve\n',
    );
    const missing = await summitLedger(['import', 'none.ndjson', '--url', service.url]);
    expect(missing).toEqual({ code: 1, out: '', err: 'summit-ledger: There is no file none.ndjson\n' });
  });
});

describe('summit-ledger import from a service that breaks off', () => {
  const servers: Server[] = [];

  async function listening(answer: RequestListener): Promise<string> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  }

  afterAll(() => {
    for (const server of servers) server.close();
  });

  it('ends with 130 when it is interrupted', async () => {
    const asked = Promise.withResolvers<boolean>();
    const url = await listening(() => asked.resolve(true));
    const line = new CommandLine(['import', EXAMPLE, '--url', url]);
    await asked.promise;
    line.interrupt();
    expect(await line.ended).toEqual({ code: 130, out: '', err: '' });
  });

  it('says after which line, and that it may be imported again', async () => {
    const url = await listening((request, response) => {
      request.once('data', () => {
        response.write('{"line":1,"status":201}\n{"line":2,"status":201}\n', () => response.destroy());
      });
    });
    const { code, err } = await summitLedger(['import', EXAMPLE, '--url', url]);
    expect(code).toBe(1);
    expect(err).toBe(
      'summit-ledger: The service went away after line 2; ' +
        'import the file again when it is back, nothing is recorded twice\n',
    );
  });
});
