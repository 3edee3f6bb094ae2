import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from './command-result.js';
import { CommandExecutor } from './command-executor.js';
import type { Command } from './recording.js';
import type { Rule } from './rule.js';
import type { Records } from './stream-state.js';

/** The handler of the rule's command: load its stream, decide, append. */
export function handling<C extends Command, State = Records>(rule: Rule<C, State>) {
  class Handling {
    static readonly rule = rule;
    @Inject(CommandExecutor)
    private readonly executor!: CommandExecutor;

    execute(command: C): Promise<CommandResult> {
      return this.executor.execute(command, rule);
    }
  }
  CommandHandler(rule.command)(Handling);
  return Handling;
}
