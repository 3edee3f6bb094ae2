import { CommandHandler } from '@nestjs/cqrs';
import { SourceRegistered } from '../../events/index.js';
import { handling } from '../recording/handling.js';
import { registering } from '../recording/recording.js';
import { SourceStream, type Registration } from './registered.js';

/** Enters a source into the registry. */
export class RegisterSource extends registering(SourceRegistered) {}

export function decide({ data }: RegisterSource, registration: Registration): SourceRegistered {
  registration.refuseTaken();
  return data;
}

@CommandHandler(RegisterSource)
export class RegisterSourceHandler extends handling(SourceStream, decide) {}
