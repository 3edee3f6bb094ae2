import { describe, expect, it } from '@jest/globals';
import { note } from '../../../test/given.js';
import { hanoi } from '../../../test/hanoi.js';
import { ledgerWith } from '../../../test/ledger-with.js';
import { Memberships } from './memberships.js';

const ofHanoi = Memberships.of(ledgerWith(...hanoi).facts());

describe('memberships', () => {
  it('lead from a member to what its organization belongs to', () => {
    expect(ofHanoi.belongsTo('us.sanders', 'us')).toBe(true);
    expect(ofHanoi.belongsTo('us', 'us.sanders')).toBe(false);
  });

  it('make everybody a part of itself, also who is not registered', () =>
    expect(ofHanoi.belongsTo('nobody', 'nobody')).toBe(true));

  it('end where two belong to each other', () => {
    const actor = (actorId: string, org: string) =>
      note(`actor-${actorId}`, 'ActorRegistered', {
        actorId,
        kind: 'organization',
        names: [actorId],
        memberships: [{ org, role: 'part' }],
      });
    const circle = Memberships.of(ledgerWith(actor('a', 'b'), actor('b', 'a')).facts());
    expect([...circle.of('a')]).toEqual(['a', 'b']);
  });
});
