import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Service } from '../service.js';
import { actor } from './postings.js';

let service: Service;

beforeAll(async () => {
  service = await Service.start({ ALLOWED_HOSTS: 'ledger.example, Desk.example' });
});

afterAll(() => service.remove());

/** With headers that fetch would not let be set. */
function statusOf(headers: Readonly<Record<string, string>>, method = 'GET'): Promise<number> {
  const { port } = new URL(service.url);
  const path = method === 'GET' ? '/v1/summits' : '/v1/commands/RegisterActor';
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject).end(method === 'POST' ? JSON.stringify(actor('rebound').body) : undefined);
  });
}

describe('a request', () => {
  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:8080',
    '10.0.0.1',
    '::1',
  ])(
    'is refused under the name %s, also to write, also when it comes from a page of that name',
    async (host) => {
      expect(await statusOf({ host })).toBe(403);
      const written = { host, origin: `http://${host}`, 'content-type': 'application/json' };
      expect(await statusOf(written, 'POST')).toBe(403);
      expect((await service.get('/v1/actors/rebound')).status).toBe(404);
    },
  );

  it.each([
    'localhost',
    'LOCALHOST:1',
    '127.0.0.1:8080',
    '127.9.9.9',
    '[::1]:8080',
    'ledger.example',
    'desk.example:443',
  ])('is answered under the name %s', async (host) => expect(await statusOf({ host })).toBe(200));

  it('is refused when it comes from a page of another origin', async () => {
    for (const origin of [
      'http://evil.example',
      'null',
      'http://localhost:3000',
      'https://ledger.example.evil.example',
    ])
      expect([origin, await statusOf({ host: 'localhost:8080', origin })]).toEqual([origin, 403]);
    expect(await statusOf({ host: 'localhost:8080', origin: 'http://localhost:8080' })).toBe(200);
    expect(await statusOf({ host: 'ledger.example', origin: 'https://ledger.example' })).toBe(200);
  });
});
