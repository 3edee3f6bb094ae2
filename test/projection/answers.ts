import { Facts } from '../../src/projection/facts.js';
import { wordsTarget } from '../../src/projection/index-keys.js';
import type { LedgerEvent } from '../../src/ledger/ledger.js';
import { actors, quotes, summits } from './histories.js';

const all = { limit: 1000 };

/** Everything that can be asked about a history as of a position, as one text. */
export function answers(facts: Facts, asOf: string, history: readonly LedgerEvent[]): string {
  const addresses = history.map(({ stream, data }) => `${stream}/${String(data['recordId'])}`);
  const streams = [...new Set(history.map(({ stream }) => stream))];
  const targets = [
    ...addresses,
    ...actors.map((actor) => `actor-${actor}`),
    ...actors.flatMap((actor) => quotes.map((quote) => wordsTarget(actor, quote))),
    ...summits.map((summit) => `summit-${summit}`),
    'source-S01',
    'source-S02',
  ];
  return JSON.stringify({
    summits: summits.map((summit) => [facts.ofSummit(summit, asOf), facts.streamsOfSummit(summit, asOf)]),
    streams: ['summit', 'statement', 'position'].map((category) => facts.streams(category, asOf, all)),
    ofStreams: facts.ofStreams(streams, asOf),
    naming: targets.map((target) => facts.naming(target, asOf)),
    dossiers: addresses.map((address) => facts.dossier(address, asOf) ?? null),
    search: quotes.map((quote) => facts.search(quote, asOf, all)),
    time: facts.timeOf(asOf) ?? null,
  });
}
