import { describe, expect, it } from '@jest/globals';
import { note, type TestEvent } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { actor } from './actors.js';

const shown = (actorId: string, ...more: TestEvent[]) =>
  ledgerWith(...hanoi, ...more).shows(actor, { actorId });

describe('an actor', () => {
  it('is shown with its names, and with whom it belongs to', () =>
    expect(shown('us.sanders')).toMatchObject({
      record: 'actor-us.sanders/0',
      kind: 'person',
      names: ['Sarah Sanders'],
      memberships: [{ org: 'us.white-house', role: 'spokeswoman' }],
      belongsTo: ['us.white-house', 'us'],
    }));

  it('is shown with who belongs to it, and what it published', () => {
    expect(shown('us.white-house').members).toEqual([{ actorId: 'us.sanders', role: 'spokeswoman' }]);
    expect(shown('cnbc').published).toContain('S01');
  });

  it('is shown with every record that names it, and how', () => {
    const { rows } = shown('us.white-house');
    expect(rows).toContainEqual(
      expect.objectContaining({
        record: 'summit-hanoi-2019/H38',
        type: 'SigningCanceled',
        as: ['announcedBy'],
      }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ record: 'summit-hanoi-2019/H03', as: ['publisher', 'accordingTo'] }),
    );
    const atDinner = shown('dprk.kim').rows.find(({ record }) => record.endsWith('/H19'));
    expect(atDinner?.as).toEqual(['participants.actorId']);
  });

  it('who is unnamed has no name and a count that is not known', () =>
    expect(shown('anon-analyst-video')).toMatchObject({ kind: 'anonymous', names: [], count: null }));

  it('that was unregistered is still named by records', () => {
    const gone = note('actor-okun', 'RecordRetracted', {
      target: 'actor-okun/0',
      reason: 'a double',
      by: 'ledger',
    });
    const { record, names, rows } = shown('okun', gone);
    expect({ record, names }).toEqual({ record: null, names: [] });
    expect(rows).not.toEqual([]);
  });
});
