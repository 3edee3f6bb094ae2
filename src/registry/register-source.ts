import { SourceRegistered } from '../../events/index.js';
import { handling } from '../command-handling/command-executor.js';
import { registering } from '../command-handling/recording.js';
import type { Records } from '../command-handling/stream-state.js';
import { refuseIfEverRegistered } from '../command-handling/taken-ids.js';

/** Enters a source into the registry. */
export class RegisterSource extends registering(SourceRegistered) {}

function decide({ data }: RegisterSource, records: Records): SourceRegistered {
  refuseIfEverRegistered(records);
  return data;
}

export class RegisterSourceHandler extends handling({ command: RegisterSource, decide }) {}
