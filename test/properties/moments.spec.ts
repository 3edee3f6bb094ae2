import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Dossiers, heldAt, type Dossier } from '../../src/records/dossier.js';
import { recorded } from '../../src/records/recorded.js';
import { summitViews } from '../../src/views/catalogue.js';
import { applied, type Json } from '../../src/views/diff/changes.js';
import { compare, modelOf, type State } from '../../src/views/diff/compare.js';
import { knownAt } from '../../src/views/knowledge/known.js';
import { ledgerOf } from '../given.js';
import { hanoi } from '../hanoi.js';
import { momentOf, type TestMoment } from '../ledger-with.js';
import { keepings } from './keepings.js';

const instant = fc
  .integer({ min: Date.parse('2019-02-15'), max: Date.parse('2019-03-05') })
  .map((ms) => new Date(ms).toISOString());

/** A question's moment: a position, and perhaps an instant of the world and of the public. */
const moments: fc.Arbitrary<TestMoment> = fc
  .tuple(fc.nat({ max: hanoi.length + 12 }), fc.option(instant), fc.option(instant))
  .map(([asOf, at, publicAt]) => ({ asOf, ...(at && { at }), ...(publicAt && { publicAt }) }));

function stateAt(all: readonly Dossier[], asked: TestMoment): State {
  const moment = momentOf(asked, 0);
  const dossiers = all.flatMap((dossier) => heldAt(dossier, moment.asOf) ?? []);
  return { moment, dossiers, facts: knownAt(dossiers, moment) };
}

function recordsIn(model: Json): Set<unknown> {
  // Whatever a view lists rests on records.
  const rows = (model['rows'] ?? []) as readonly { readonly records: readonly string[] }[];
  return new Set(rows.flatMap(({ records }) => records));
}

describe('the difference between any two moments of Hanoi', () => {
  it.each(summitViews)('gives the second answer when applied to the first: $name', (view) =>
    fc.assert(
      fc.property(keepings, moments, moments, (kept, from, to) => {
        const all = [...Dossiers.of(ledgerOf([...hanoi, ...kept]).map(recorded)).all()];
        const question = { view, subject: 'hanoi-2019', parameters: new view.parameters() };
        const [before, after] = [stateAt(all, from), stateAt(all, to)];
        const changes = compare(question, before, after);
        expect(applied(modelOf(question, before), changes)).toEqual(modelOf(question, after));
      }),
      { numRuns: 40 },
    ),
  );

  it.each(summitViews)('names the records that brought it, where only the ledger went on: $name', (view) =>
    fc.assert(
      fc.property(keepings, moments, moments, (kept, { asOf: one = 0 }, { asOf: other = 0, ...fixed }) => {
        const all = [...Dossiers.of(ledgerOf([...hanoi, ...kept]).map(recorded)).all()];
        const question = { view, subject: 'hanoi-2019', parameters: new view.parameters() };
        const stateOf = (asOf: number) => stateAt(all, { ...fixed, asOf });
        const [before, after] = [stateOf(one), stateOf(other)];
        const { added, removed, changed } = compare(question, before, after);
        // A row that stands elsewhere or in another group than before goes with those that moved it.
        const stayed = recordsIn(modelOf(question, before)).intersection(recordsIn(modelOf(question, after)));
        const own = [...added, ...removed].filter(({ row }) =>
          recordsIn({ rows: [row] }).isDisjointFrom(stayed),
        );
        expect([...own, ...changed].filter(({ because }) => because.length === 0)).toEqual([]);
      }),
      { numRuns: 40 },
    ),
  );
});
