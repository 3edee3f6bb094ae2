import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ledgerOf } from '../../test/given.js';
import { histories } from '../../test/histories.js';
import { Dossiers, fold, targetsOf, within } from './dossier.js';
import { recorded } from './recorded.js';

/** A shelf as it comes back from where it was written down. */
function reread(into: Dossiers, addresses: readonly string[]): Dossiers {
  const copy = new Dossiers();
  for (const dossier of into.all()) copy.put(structuredClone(dossier));
  for (const address of addresses) copy.place(address, into.placesOf(address));
  return copy;
}

describe('filing records', () => {
  const records = histories.map((events) => ledgerOf(events).map(recorded));

  it('gives the same dossiers, whether at once or in two goes', () => {
    fc.assert(
      fc.property(records, fc.nat(30), (all, cut) => {
        const first = all.slice(0, cut);
        const resumed = reread(
          Dossiers.of(first),
          first.map(({ address }) => address),
        );
        for (const record of all.slice(cut)) fold(resumed, record);
        expect([...resumed.all()]).toEqual([...Dossiers.of(all).all()]);
      }),
    );
  });

  it('never changes a dossier in place', () => {
    fc.assert(
      fc.property(records, fc.nat(30), (all, cut) => {
        const into = Dossiers.of(all.slice(0, cut));
        const held = [...into.all()];
        const before = structuredClone(held);
        for (const record of all.slice(cut)) fold(into, record);
        expect(held).toEqual(before);
      }),
    );
  });

  it('finds every record, in each dossier of what it is about', () => {
    fc.assert(
      fc.property(records, (all) => {
        const into = Dossiers.of(all);
        for (const [i, record] of all.entries()) {
          expect(into.find(record.address)?.record).toEqual(record);
          const earlier = all.slice(0, i).filter(({ address }) => targetsOf(record).includes(address));
          const places = earlier.flatMap(({ address }) => into.placesOf(address));
          for (const place of places) expect(into.placesOf(record.address)).toContain(place);
        }
      }),
    );
  });

  it('opens a dossier of its own for what is about a record that is not there', () => {
    const [orphan] = ledgerOf([
      {
        stream: 'summit-s',
        type: 'RecordRetracted',
        body: { data: { target: 'summit-s/none', reason: 'wrong', by: 'ledger' } },
      },
    ]).map(recorded);
    const into = Dossiers.of(orphan ? [orphan] : []);
    expect([...into.all()].map(({ record }) => record.address)).toEqual(['summit-s/0']);
    expect(into.find('summit-s/none')).toBeUndefined();
  });
});

describe('within', () => {
  it('finds nothing that does not stand in a dossier', () => {
    const [dossier] = Dossiers.of(
      ledgerOf([{ stream: 'summit-s', type: 'SummitConcluded', body: { data: {} } }]).map(recorded),
    ).all();
    expect(dossier && within(dossier, 'summit-s/1')).toBeUndefined();
  });
});
