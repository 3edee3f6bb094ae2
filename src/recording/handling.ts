import { Inject } from '@nestjs/common';
import type { Answer } from './answer.js';
import { Desk } from './desk.js';
import type { Decide, Further } from './rule.js';
import type { Command } from './recording.js';
import type { StreamKind } from './stream-kind.js';

/** The handler of a command: load its stream, decide, append. */
export function handling<C extends Command, State>(
  kind: StreamKind<State, C['data']>,
  decide: Decide<C, State>,
  further: Further<C> = {},
) {
  class Handling {
    @Inject(Desk)
    private readonly desk!: Desk;

    execute(command: C): Promise<Answer> {
      return this.desk.record(command, { kind, decide, ...further });
    }
  }
  return Handling;
}
