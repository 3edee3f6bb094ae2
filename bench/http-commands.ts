// How many commands a service takes over HTTP, and what else it could do with the same machine.
// Run it after `npm run build`: node --import ./test/run-typescript.js bench/http-commands.ts [seconds]
import { readFile } from 'node:fs/promises';
import autocannon from 'autocannon';
import { Service } from '../test/service.js';

const SECONDS = Number(process.argv[2] ?? 8);
const CONNECTIONS = 50;

let count = 0;

/** A statement in a stream of its own, of the size of a real one. */
function statement(): string {
  count += 1;
  return JSON.stringify({
    occurredAt: {
      from: '2019-02-28T00:00:00+07:00',
      to: '2019-03-01T00:00:00+07:00',
      precision: 'day',
      timeZone: 'Asia/Ho_Chi_Minh',
      text: 'Thursday',
      basis: 'stated',
    },
    accordingTo: 'us.white-house',
    certainty: 'explicit',
    sources: [{ sourceId: 'S01', locator: 'L24' }],
    unknown: 'clock time; who spoke; channel',
    data: {
      statementId: `statement-${count}`,
      summitIds: ['hanoi-2019'],
      speaker: 'us.white-house',
      topic: 'schedule',
      genre: 'statement',
      form: 'paraphrase',
      paraphrase: 'the talks are wrapping up ahead of schedule and there will be nothing to sign',
    },
  });
}

async function measure(url: string, options: Partial<autocannon.Options>): Promise<autocannon.Result> {
  return autocannon({ url, connections: CONNECTIONS, duration: SECONDS, ...options });
}

function print(what: string, { requests, latency, non2xx }: autocannon.Result): void {
  const rate = `${Math.round(requests.average)}/s`.padStart(9);
  console.log(
    `${what.padEnd(24)}${rate}   p50 ${latency.p50} ms   p99 ${latency.p99} ms   refused ${non2xx}`,
  );
}

const service = await Service.start();
try {
  await service.import(await readFile('examples/hanoi-2019.ndjson', 'utf8'));
  console.log(`${CONNECTIONS} connections, ${SECONDS} s each; bodies of ${statement().length} bytes`);
  print('GET /health/live', await measure(`${service.url}/health/live`, {}));
  const recorded = await measure(`${service.url}/v1/commands/RecordStatement`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    setupClient: (client) => {
      client.setBody(statement());
      client.on('response', () => {
        client.setBody(statement());
      });
    },
  });
  print('POST RecordStatement', recorded);
  const head = await service.head();
  const begun = performance.now();
  await service.get('/v1/statements?limit=1', { 'ledger-min-position': head });
  console.log(`facts caught up with position ${head} after ${Math.round(performance.now() - begun)} ms`);
} finally {
  await service.remove();
}
