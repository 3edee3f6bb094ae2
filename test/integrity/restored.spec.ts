import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { CommandLine } from '../cli/command-line.js';
import { Service } from '../service.js';

const actor = (actorId: string) => ({
  command: 'RegisterActor',
  body: { data: { actorId, kind: 'person', names: ['Somebody'] } },
});

describe('a ledger that is backed up while its service runs, and restored', () => {
  let service: Service;
  const command = (...args: string[]) => new CommandLine(args, '', { DATA_DIR: service.folder }).ended;
  const backup = () => join(service.folder, 'backup.sqlite');
  let seen = '';

  beforeAll(async () => {
    service = await Service.start();
    await service.import(await readFile('examples/hanoi-2019.ndjson', 'utf8'));
    expect(await command('backup', backup())).toMatchObject({ code: 0 });
    await service.given(actor('vn.gone'), actor('vn.gone2'));
    seen = await service.head();
  });
  afterAll(() => service.remove());

  it('is found well by the doctor while the service runs', async () => {
    const { code, out } = await command('doctor');
    expect(out).not.toContain('BAD');
    expect([code, out]).toEqual([0, expect.stringContaining(`reflect the ledger up to position ${seen}`)]);
  });

  it('is not restored while the service has it open', async () => {
    expect(await command('restore', backup())).toMatchObject({
      code: 1,
      err: expect.stringContaining('open elsewhere'),
    });
  });

  it('tells readers who have seen what is gone, also once their position is passed again', async () => {
    await service.stop();
    expect(await command('restore', backup())).toMatchObject({ code: 0 });
    await service.restart();
    await service.given(actor('vn.new'), actor('vn.new2'), actor('vn.new3'));
    const headers = { accept: 'text/event-stream', 'last-event-id': seen };
    const stream = await service.open('/v1/events', { headers });
    const reader = stream.body?.getReader();
    const bytes: unknown = (await reader?.read())?.value;
    const first = bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : '';
    await reader?.cancel();
    const head = await service.head();
    expect(first).toMatch(new RegExp(`^id: ${head}@[0-9a-f]{8}\nevent: reset\n`));
    const epoch = (await service.get(`/v1/events?after=${seen}`)).headers.get('ledger-epoch');
    expect(first).toContain(`@${epoch}\n`);
    for (const accept of ['application/json', 'application/x-ndjson']) {
      const other = await service.get(`/v1/events?after=${seen}&epoch=0`, { accept });
      expect([other.status, other.body]).toEqual([
        400,
        expect.objectContaining({ fields: [expect.objectContaining({ field: 'epoch' })] }),
      ]);
      expect((await service.get(`/v1/events?after=${seen}&epoch=${epoch}`, { accept })).status).toBe(200);
    }
    expect((await service.get('/v1/actors/vn.gone')).status).toBe(404);
    expect((await service.get('/v1/actors/vn.new3')).status).toBe(200);
  });

  it('writes nothing once its file is deleted, and does not begin an empty one in its place', async () => {
    await rm(join(service.folder, 'ledger.sqlite'));
    const { status, body } = await service.post(actor('vn.lost'));
    expect([status, body['code']]).toEqual([503, 'ledger_unavailable']);
    expect((await service.get('/v1/summits/hanoi-2019/outcome')).status).toBe(200);
    await service.kill();
    await expect(service.restart()).rejects.toThrow(
      /is not the ledger of which there are facts: it is missing/,
    );
    const { code, out } = await command('doctor');
    expect([code, out]).toEqual([1, expect.stringContaining('restore a backup')]);
  });

  it('is examined by the doctor, who names what is damaged', async () => {
    expect(await command('restore', backup())).toMatchObject({ code: 0 });
    const file = new Database(join(service.folder, 'ledger.sqlite'));
    file.exec("UPDATE events SET type = 'MeetingHold' WHERE position = 30");
    file.close();
    const { code, out } = await command('doctor');
    expect([code, out]).toEqual([1, expect.stringContaining('BAD  ledger    the event at position 30')]);
  });
});
