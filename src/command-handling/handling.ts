import { Inject } from '@nestjs/common';
import type { CommandResult } from './command-result.js';
import { CommandExecutor } from './command-executor.js';
import type { Decide, RuleOptions } from './rule.js';
import type { Command } from './recording.js';
import type { StreamKind } from './stream-kind.js';

/** The handler of a command: load its stream, decide, append. */
export function handling<C extends Command, State>(
  kind: StreamKind<State, C['data']>,
  decide: Decide<C, State>,
  further: RuleOptions<C> = {},
) {
  class Handling {
    @Inject(CommandExecutor)
    private readonly executor!: CommandExecutor;

    execute(command: C): Promise<CommandResult> {
      return this.executor.execute(command, { kind, decide, ...further });
    }
  }
  return Handling;
}
