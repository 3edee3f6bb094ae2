import { CommandHandler } from '@nestjs/cqrs';
import { SourceRegistered } from '../../events/index.js';
import { handling } from '../command-handling/handling.js';
import { registering } from '../command-handling/recording.js';
import { SourceStream, type Registration } from './registered.js';

/** Enters a source into the registry. */
export class RegisterSource extends registering(SourceRegistered) {}

export function decide({ data }: RegisterSource, registration: Registration): SourceRegistered {
  registration.refuseIfEverRegistered();
  return data;
}

@CommandHandler(RegisterSource)
export class RegisterSourceHandler extends handling(SourceStream, decide) {}
