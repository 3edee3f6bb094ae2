import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actor } from '../http/postings.js';
import { Service } from '../service.js';
import { metric } from './figures.js';

let service: Service;

beforeAll(async () => {
  service = await Service.start({ MAX_SUBSCRIBERS: '3', READ_TIMEOUT_MS: '5000' });
  await service.given(actor('us'));
});

afterAll(() => service.remove());

describe('readers who leave while what they ask for is waited for', () => {
  it.each(['/v1/events?summit=x', '/v1/events?summit=x&live=true'])(
    'give their places back: %s',
    async (path) => {
      const next = Number(await service.head()) + 1;
      const accept = path.includes('live') ? 'application/x-ndjson' : 'text/event-stream';
      const headers = { accept, 'ledger-min-position': String(next) };
      const left = Array.from({ length: 3 }, () => new AbortController());
      const asked = left.map(({ signal }) => service.open(path, { headers, signal }).catch(() => undefined));
      for (const reader of left) reader.abort();
      await Promise.all(asked);
      // What they waited for comes when nobody reads any more.
      await service.given(actor(`a${next}`));
      await service.get('/v1/summits');
      const open = await Promise.all(
        Array.from({ length: 3 }, () =>
          service.open('/v1/events', { headers: { accept: 'text/event-stream' } }),
        ),
      );
      expect(open.map(({ status }) => status)).toEqual([200, 200, 200]);
      for (const { body } of open) await body?.cancel();
      let count = 3;
      while (count > 0) count = await metric(service, 'summit_ledger_open_streams');
    },
  );
});
