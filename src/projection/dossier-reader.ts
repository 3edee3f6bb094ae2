import type { Dossier } from '../records/dossier.js';
import type { StreamCategory } from '../../events/index.js';
import type { DossierReader } from '../views/definition.js';
import type { Facts } from './facts.js';

const PAGE = 1_000;
const EVERYTHING = 1_000_000;

/** Reads what the facts held at a position. */
export function dossierReader(facts: Facts, asOf: string): DossierReader {
  return {
    ofSummit: (summitId) => facts.ofSummit(summitId, asOf),
    ofStream: (stream) => facts.ofStreams([stream], asOf),
    ofCategory: (category) => ofCategory(facts, category, asOf),
    naming: (target) => facts.naming(target, asOf),
    saying: (words) => facts.search(words, asOf, { limit: EVERYTHING }),
  };
}

function ofCategory(facts: Facts, category: StreamCategory, asOf: string): Dossier[] {
  const found: Dossier[] = [];
  let after = '';
  for (;;) {
    const streams = facts.streams(category, asOf, { after, limit: PAGE });
    found.push(...facts.ofStreams(streams, asOf));
    const last = streams.at(-1);
    if (last === undefined || streams.length < PAGE) return found;
    after = last;
  }
}
