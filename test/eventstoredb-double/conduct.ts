import type { Metadata, StatusObject } from '@grpc/grpc-js';
import type { EventLog } from './event-log.js';
import { Gate } from './gate.js';
import { refusals } from './refusals.js';

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** How the double behaves where servers differ. */
export interface Conduct {
  /** 23.10 drops a live subscriber who reads too slowly; 24.6 lets him catch up again. */
  readonly version: '23.10' | '24.6';
  /** Whether subscriptions are told when they have caught up. */
  readonly announcesCaughtUp: boolean;
  /** How many events a live subscriber may be behind. */
  readonly liveBuffer: number;
}

/** What goes wrong with one append. */
export type AppendFault =
  /** It is written, and no answer ever comes. */
  | 'lost_answer'
  /** It never reaches the log, and no answer ever comes. */
  | 'lost_request'
  /** It is written, and the answer is an error that says nothing. */
  | 'unknown_error'
  | 'dies_after_writing'
  | 'dies_before_writing';

/** What the calls of one server share. */
export class ServerState {
  readonly gate = new Gate();
  readonly appendFaults: AppendFault[] = [];
  /** How many subscriptions were begun, in all. */
  subscriptions = 0;
  /** Whether the credentials lack the right to do anything. */
  denied = false;
  /** The node that takes what requires the leader, when it is another one. */
  leader: Endpoint | undefined;

  constructor(
    readonly log: EventLog,
    readonly conduct: Conduct,
    readonly die: () => void,
  ) {}

  refusalFor(metadata: Metadata): (StatusObject & Error) | undefined {
    if (this.denied) return refusals.accessDenied();
    const requiresLeader = metadata.get('requires-leader').includes('true');
    return this.leader && requiresLeader ? refusals.notLeader(this.leader) : undefined;
  }
}
