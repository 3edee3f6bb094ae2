import { Account, KeepingAccount, Nested, type EventType } from '../../events/index.js';
import { UNKNOWN_WHEN, type Dated } from '../time/when.js';
import type { Records } from './stream-state.js';

/** How a command came in. Set by the shell after the body was validated, never by a client's body. */
export interface CommandMetadata {
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly recordedBy: string;
  /** SHA-256 of the command's name and body, whatever the order of its keys. */
  readonly bodyHash: string;
  readonly idempotencyKey?: string;
  /** The client gave no key: this one is made of what the command says, and a retracted record frees it. */
  readonly isKeyDerived?: true;
  /** Where the client knows the stream to be; the revision is `NO_STREAM` when it expects none. */
  readonly expected?: { readonly stream?: string; readonly revision: number };
}

/** A validated command: the account and the data of the event that it wants recorded. */
export interface Command<D extends object = object> extends Partial<Omit<Account, 'sources'>> {
  sources?: Account['sources'];
  data: D;
  metadata: CommandMetadata;
}

type EventClass<D extends object> = new () => D;

/** What a class made by the functions below knows of itself. */
export interface CommandClass<D extends object = object> {
  new (): Command<D>;
  readonly prototype: Command<D>;
  readonly event: EventClass<D>;
}

/** The command that records a fact: account and data. */
export function recording<D extends object>(event: EventClass<D>) {
  abstract class Recording extends Account {
    static readonly event = event;
    @Nested(() => event)
    data!: D;
    declare metadata: CommandMetadata;
  }
  return Recording;
}

/** The command that enters something into the registry: data only. */
export function registering<D extends object>(event: EventClass<D>) {
  abstract class Registering {
    static readonly event = event;
    @Nested(() => event)
    data!: D;
    declare metadata: CommandMetadata;
  }
  return Registering;
}

/** The command that says something of other records: data, and what account there is. */
export function keeping<D extends object>(event: EventClass<D>) {
  abstract class Keeping extends KeepingAccount {
    static readonly event = event;
    @Nested(() => event)
    data!: D;
    declare metadata: CommandMetadata;
  }
  return Keeping;
}

/** The class of a command: made by one of the functions above, so it knows its event. */
export function classOf<D extends object>(command: Command<D>): CommandClass<D> {
  return command.constructor as CommandClass<D>;
}

export function eventTypeOf(command: CommandClass): EventType {
  // Every class handed to the functions above is a value of `eventTypes`, listed there under its own name.
  return command.event.name as EventType;
}

/**
 * What a command tells, as it compares with what is recorded: under the address that it will have, because
 * records may link to it before it comes.
 */
export function futureRecord(
  { recordId, occurredAt = UNKNOWN_WHEN }: Pick<Command, 'recordId' | 'occurredAt'>,
  { stream, revision }: Pick<Records, 'stream' | 'revision'>,
): Dated {
  return { record: `${stream}/${recordId ?? String(revision + 1)}`, occurredAt };
}
