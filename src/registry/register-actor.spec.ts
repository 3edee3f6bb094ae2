import { describe, it } from '@jest/globals';
import { given, note } from '../../test/given.js';
import { RegisterActorHandler } from './register-actor.js';

const trump = { actorId: 'us.trump', kind: 'person', names: ['Donald Trump'] };

describe('RegisterActor', () => {
  it('enters an actor', () => given().when(RegisterActorHandler, { data: trump }).then(trump));

  it('refuses an id that is taken', () =>
    given(note('actor-us.trump', 'ActorRegistered', trump))
      .when(RegisterActorHandler, { data: trump })
      .refused('already_registered', 'actor-us.trump/0'));

  it('refuses an id that was taken, even after the registration was retracted', () =>
    given(
      note('actor-us.trump', 'ActorRegistered', trump),
      note('actor-us.trump', 'RecordRetracted', {
        target: 'actor-us.trump/0',
        reason: 'wrong person',
        by: 'ledger',
      }),
    )
      .when(RegisterActorHandler, { data: trump })
      .refused('already_registered'));

  it('refuses a name for an anonymous actor', () =>
    given()
      .when(RegisterActorHandler, {
        data: { actorId: 'anon-1', kind: 'anonymous', names: ['X'] },
      })
      .refused('anonymous_not_shared'));
});
