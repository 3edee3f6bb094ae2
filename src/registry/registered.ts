import type { ActorRegistered, SourceRegistered } from '../../events/index.js';
import { Rejected } from '../records/rejected.js';
import type { Records } from '../command-handling/stream-state.js';
import type { StreamKind } from '../command-handling/stream-kind.js';

/** Whether an id is taken. It stays taken after a retraction (rule 2.6.16). */
export class Registration {
  private constructor(private readonly records: Records) {}

  static of(records: Records): Registration {
    return new Registration(records);
  }

  refuseIfEverRegistered(): void {
    const address = `${this.records.stream}/0`;
    if (this.records.find(address)) throw new Rejected('already_registered', { records: [address] });
  }
}

export const ActorStream: StreamKind<Registration, ActorRegistered> = {
  streamOf: ({ actorId }) => `actor-${actorId}`,
  of: Registration.of,
};

export const SourceStream: StreamKind<Registration, SourceRegistered> = {
  streamOf: ({ sourceId }) => `source-${sourceId}`,
  of: Registration.of,
};
