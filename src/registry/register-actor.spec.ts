import { describe, it } from '@jest/globals';
import { given, note } from '../../test/given.js';
import { decide, RegisterActor } from './register-actor.js';
import { ActorStream } from './registered.js';

const trump = { actorId: 'us.trump', kind: 'person', names: ['Donald Trump'] };

describe('RegisterActor', () => {
  it('enters an actor', () => given().when(RegisterActor, ActorStream, decide, { data: trump }).then(trump));

  it('refuses an id that is taken', () =>
    given(note('actor-us.trump', 'ActorRegistered', trump))
      .when(RegisterActor, ActorStream, decide, { data: trump })
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
      .when(RegisterActor, ActorStream, decide, { data: trump })
      .refused('already_registered'));

  it('refuses a name for an anonymous actor', () =>
    given()
      .when(RegisterActor, ActorStream, decide, {
        data: { actorId: 'anon-1', kind: 'anonymous', names: ['X'] },
      })
      .refused('anonymous_not_shared'));
});
