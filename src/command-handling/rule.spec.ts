import { describe, expect, it } from '@jest/globals';
import { fact, ledgerOf } from '../../test/given.js';
import { Rejected } from '../records/rejected.js';
import { decideContested } from './rule.js';
import { StreamState } from './stream-state.js';

const held = (recordId: string) => fact('summit-x', 'MeetingHeld', { summitId: 'x' }, { recordId });
const records = new StreamState('summit-x').take(ledgerOf([held('one'), held('two')]));
const contest = { onContradiction: 'contest' } as const;

function refusing(...addresses: string[]): never {
  throw new Rejected('contradicts_record', { records: addresses });
}

describe('a command that contests what stands in its way', () => {
  it('is decided as if that were not there', () =>
    expect(
      decideContested(contest, records, ({ facts }) =>
        facts.length > 0 ? refusing(...facts.map(({ record }) => record)) : 'recorded',
      ),
    ).toEqual({ data: 'recorded', disputed: ['summit-x/one', 'summit-x/two'] }));

  it.each(['summit-y/one', 'summit-x/three', 'summit-x/one'])(
    'is refused where a rule goes on naming %s, which it cannot be decided without',
    (address) => expect(() => decideContested(contest, records, () => refusing(address))).toThrow(Rejected),
  );
});
