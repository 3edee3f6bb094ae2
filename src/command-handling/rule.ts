import type { Fact } from '../records/fact.js';
import type { CommandResult } from './command-result.js';
import type { Command } from './recording.js';
import type { FactLookup } from './fact-lookup.js';
import type { StreamKind } from './stream-kind.js';
import type { Records } from './stream-state.js';
import type { DecisionContext } from './decision-context.js';

/** Whether a command may be recorded: the data of its event, or a `Rejected`. Pure. */
export type Decide<C extends Command, State> = (
  command: C,
  state: State,
  context: DecisionContext,
) => C['data'];

/** What some commands need beyond their stream and the streams that their bodies name. */
export interface RuleOptions<C extends Command> {
  /** Streams that deciding looks at and that only the records of the stream reveal. */
  readonly reads?: (command: C, records: Records) => readonly string[];
  /** What is asked of the facts before it can be decided. */
  readonly lookUp?: (command: C, lookup: FactLookup) => Promise<readonly Fact[]>;
  /** What the answer says besides; the same for the same answer, whenever it is asked. */
  readonly complete?: (command: C, answer: CommandResult, lookup: FactLookup) => Promise<CommandResult>;
}

/** How one command is decided. */
export interface Rule<C extends Command, State> extends RuleOptions<C> {
  readonly kind: StreamKind<State, C['data']>;
  readonly decide: Decide<C, State>;
}
