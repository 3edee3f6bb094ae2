import type { Fact } from '../records/fact.js';
import type { Answer } from './answer.js';
import type { Command } from './recording.js';
import type { Recollection } from './recollection.js';
import type { StreamKind } from './stream-kind.js';
import type { Records } from './stream-state.js';
import type { World } from './world.js';

/** Whether a command may be recorded: the data of its event, or a `Rejected`. Pure. */
export type Decide<C extends Command, State> = (command: C, state: State, world: World) => C['data'];

/** What some commands need beyond their stream and the streams that their bodies name. */
export interface Further<C extends Command> {
  /** Streams that deciding looks at and that only the records of the stream reveal. */
  readonly reads?: (command: C, records: Records) => readonly string[];
  /** What is asked of the facts before it can be decided. */
  readonly recall?: (command: C, recollection: Recollection) => Promise<readonly Fact[]>;
  /** What the answer says besides; the same for the same answer, whenever it is asked. */
  readonly tell?: (command: C, answer: Answer, recollection: Recollection) => Promise<Answer>;
}

/** How one command is decided. */
export interface Rule<C extends Command, State> extends Further<C> {
  readonly kind: StreamKind<State, C['data']>;
  readonly decide: Decide<C, State>;
}
