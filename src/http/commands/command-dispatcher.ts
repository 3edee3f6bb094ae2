import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { commandsByName } from '../../commands.js';
import { Projection } from '../../projection/projection.js';
import type { CommandResult } from '../../command-handling/command-result.js';
import { parse } from '../../command-handling/parse.js';
import { Metrics } from '../metrics.js';
import { RequestProblem } from '../problem.js';
import { commandMetadataOf, type Conditions } from './command-metadata.js';

/** Where commands come in: a name, a body, and the conditions under which it is to be recorded. */
@Injectable()
export class CommandDispatcher {
  constructor(
    private readonly bus: CommandBus,
    private readonly projection: Projection,
    private readonly metrics: Metrics,
  ) {}

  /**
   * @throws RequestProblem `unknown_command`
   * @throws Rejected when its shape or a rule refuses it
   * @throws LedgerUnavailable when it could not be written
   */
  dispatch(name: string, body: unknown, conditions: Conditions): Promise<CommandResult> {
    return this.metrics.timed(name, () => this.record(name, body, conditions));
  }

  private async record(name: string, body: unknown, conditions: Conditions): Promise<CommandResult> {
    const type = commandsByName.get(name);
    if (!type) throw new RequestProblem('unknown_command', { detail: `There is no command "${name}".` });
    const parsed = parse(type, body);
    const command = Object.assign(parsed, {
      metadata: commandMetadataOf(name, body, conditions, Date.now()),
    });
    const answer = await this.bus.execute<typeof command, CommandResult>(command);
    this.projection.wake();
    return answer;
  }
}
