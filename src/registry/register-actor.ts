import { ActorRegistered } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import { handling } from '../command-handling/command-executor.js';
import { registering } from '../command-handling/recording.js';
import type { Records } from '../command-handling/stream-state.js';
import { refuseIfEverRegistered } from '../command-handling/taken-ids.js';

/** Enters an actor into the registry. */
export class RegisterActor extends registering(ActorRegistered) {}

function decide({ data }: RegisterActor, records: Records): ActorRegistered {
  refuseIfEverRegistered(records);
  if (data.kind === 'anonymous' && data.names.length > 0) throw new Rejected('anonymous_not_shared');
  return data;
}

export class RegisterActorHandler extends handling({ command: RegisterActor, decide }) {}
