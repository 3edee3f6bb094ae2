import { CommandHandler } from '@nestjs/cqrs';
import { ActorRegistered } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/handling.js';
import { registering } from '../command-handling/recording.js';
import { ActorStream, type Registration } from './registered.js';

/** Enters an actor into the registry. */
export class RegisterActor extends registering(ActorRegistered) {}

export function decide({ data }: RegisterActor, registration: Registration): ActorRegistered {
  registration.refuseIfEverRegistered();
  if (data.kind === 'anonymous' && data.names.length > 0) throw new Rejected('anonymous_not_shared');
  return data;
}

@CommandHandler(RegisterActor)
export class RegisterActorHandler extends handling(ActorStream, decide) {}
