import { Inject } from '@nestjs/common';
import type { Fact } from '../records/fact.js';
import type { Answer } from './answer.js';
import { Desk } from './desk.js';
import type { Command } from './recording.js';
import type { Recollection } from './recollection.js';
import type { StreamKind } from './stream-kind.js';
import type { World } from './world.js';

/** Whether a command may be recorded: the data of its event, or a `Rejected`. Pure. */
export type Decide<C extends Command, State> = (command: C, state: State, world: World) => C['data'];

/** What a command has to ask of the facts before it can be decided. */
export type Recall<C extends Command> = (command: C, recollection: Recollection) => Promise<readonly Fact[]>;

/** The handler of a command: load its stream, decide, append. */
export function handling<C extends Command, State>(
  kind: StreamKind<State, C['data']>,
  decide: Decide<C, State>,
  recall?: Recall<C>,
) {
  class Handling {
    @Inject(Desk)
    private readonly desk!: Desk;

    execute(command: C): Promise<Answer> {
      return this.desk.record(command, { kind, decide, ...(recall && { recall }) });
    }
  }
  return Handling;
}
