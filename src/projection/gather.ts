import type { Dossier } from '../records/dossier.js';
import { streamOf } from '../records/recorded.js';
import type { Facts } from './facts.js';
import { indexKeysOf } from './index-keys.js';

const targets = new WeakMap<Dossier, readonly string[]>();

/**
 * The dossiers given, and all that they rest on as the ledger held it: the registrations of the actors and
 * sources that they name, what those name in turn, and the records that are given as a basis, are promised
 * about, or merged. Of another summit only its registration is looked at, not its records.
 * @param asOf a position
 */
export function gathered(facts: Facts, dossiers: readonly Dossier[], asOf: string): Dossier[] {
  const found = [...dossiers];
  const read = new Set(dossiers.map(({ record }) => record.stream));
  let latest: readonly Dossier[] = dossiers;
  while (latest.length > 0) {
    const named = new Set(latest.flatMap(streamsNamedBy).filter((stream) => !read.has(stream)));
    for (const stream of named) read.add(stream);
    latest = facts.ofStreams([...named], asOf);
    found.push(...latest);
  }
  return found;
}

function streamsNamedBy(dossier: Dossier): readonly string[] {
  const known = targets.get(dossier);
  if (known) return known;
  const streams = [...indexKeysOf(dossier).targets].flatMap((target) => {
    if (target.includes('/')) return [streamOf(target)];
    return /^(actor|source)-/.test(target) ? [target] : [];
  });
  targets.set(dossier, streams);
  return streams;
}
