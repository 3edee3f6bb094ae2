import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gathered } from '../../src/projection/gather.js';
import type { Facts } from '../../src/projection/facts.js';
import type { LedgerEvent } from '../../src/ledger/ledger.js';
import type { Dossier } from '../../src/records/dossier.js';
import { DossiersOverTime } from '../../src/views/replay/dossiers-over-time.js';
import { ledgerOf } from '../given.js';
import { hanoi } from '../hanoi.js';
import { projected, removeScratchFolders } from './facts-files.js';
import { histories, summits } from './histories.js';

afterAll(removeScratchFolders);

const byPosition = (a: Dossier, b: Dossier) => Number(a.record.position) - Number(b.record.position);
const held = (facts: Facts, summit: string, asOf: string) =>
  gathered(facts, facts.ofSummit(summit, asOf), asOf).sort(byPosition);

/** Compares what a replay goes forward to with what is read at every position, from a first one on. */
function goesAlong(history: readonly LedgerEvent[], summit: string, from: number): void {
  using file = projected(history);
  const head = String(history.length);
  const course = new DossiersOverTime(held(file.facts, summit, head), summit);
  const latest = new Map<string, Dossier>();
  const take = (dossiers: readonly Dossier[]) =>
    dossiers.forEach((dossier) => latest.set(dossier.record.address, dossier));
  const inOrder = () => [...latest.values()].sort(byPosition);
  take(course.beginAt(String(from)));
  expect(inOrder()).toEqual(held(file.facts, summit, String(from)));
  const positions = new Set(course.positionsWithin(String(from), head));
  for (let asOf = from + 1; asOf <= history.length; asOf += 1) {
    if (positions.has(String(asOf))) take(course.goOnTo(String(asOf)));
    expect(inOrder()).toEqual(held(file.facts, summit, String(asOf)));
  }
}

describe('the dossiers of a summit over time', () => {
  it('are at every position those that are read there, whatever is recorded', () =>
    fc.assert(
      fc.property(histories, fc.constantFrom(...summits), fc.nat(30), (history, summit, from) =>
        goesAlong(history, summit, Math.min(from, history.length)),
      ),
      { numRuns: 40 },
    ));

  it('are so in Hanoi, with the actors and sources that come to be named', () =>
    goesAlong(ledgerOf(hanoi), 'hanoi-2019', 0));
});
