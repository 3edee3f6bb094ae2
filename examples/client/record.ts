/**
 * Posts one command. Under the same key it is recorded once, however often it is posted.
 *
 *     node examples/client/record.ts http://127.0.0.1:8080 RegisterActor '{"data": …}' some-key
 */
import { Refused, SummitLedger } from './summit-ledger.ts';

const [url = '', command = '', body = '{}', key] = process.argv.slice(2);

try {
  const answer = await new SummitLedger(url).record(command, JSON.parse(body) as object, key); // or it is refused
  console.log(`recorded ${answer.record} at ${answer.position}`);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
