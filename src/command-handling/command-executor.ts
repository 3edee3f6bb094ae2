import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { marksIn, streamFor, traitsOf } from '../../events/index.js';
import { RevisionConflict, type Ledger, type NewEvent } from '../ledger/ledger.js';
import { newEvents, resultOf, type CommandResult } from './command-result.js';
import { checkConditions, earlierResult } from './conditions.js';
import { checkAnonymous, checkReferences, checkSummits } from './reference-checks.js';
import { checkTimes, expandWhens, hasWrittenWhen } from './times.js';
import { classOf, eventTypeOf, type Command } from './recording.js';
import type { FactLookup } from './fact-lookup.js';
import { decideBy, decideContested, type Rule } from './rule.js';
import type { Records, StreamState } from './stream-state.js';
import { Streams, type Acknowledged } from './streams.js';
import { streamsNamed, DecisionContext } from './decision-context.js';
import { summitsOf, zoneOf } from './zone-of.js';

const TRIES = 5;

/** The one way into the ledger: loads what a command needs, decides, appends with the revision it read. */
export class CommandExecutor {
  private readonly streams: Streams;
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly ledger: Ledger,
    private readonly lookup: FactLookup,
    private readonly acknowledged: Acknowledged,
  ) {
    this.streams = new Streams(ledger);
  }

  /**
   * Commands of one stream are taken one after another; a conflict with another writer is decided anew, a
   * few times, unless the client named the revision that it knows.
   * @throws Rejected when a rule refuses it
   * @throws LedgerUnavailable when it could not be written; the same command may be sent again
   */
  async execute<C extends Command, State>(command: C, rule: Rule<C, State>): Promise<CommandResult> {
    const stream = streamFor(eventTypeOf(classOf(command)), command.data);
    const before = this.queues.get(stream) ?? Promise.resolve();
    const turn = before.then(() => this.decideAndAppend(stream, command, rule));
    const settled = turn.catch(() => undefined);
    this.queues.set(stream, settled);
    try {
      const answer = await turn;
      return rule.complete ? await rule.complete(command, answer, this.lookup) : answer;
    } finally {
      if (this.queues.get(stream) === settled) this.queues.delete(stream);
    }
  }

  private async decideAndAppend<C extends Command, State>(
    stream: string,
    command: C,
    rule: Rule<C, State>,
  ): Promise<CommandResult> {
    for (let attempt = 1; ; attempt++) {
      const state = await this.streams.load(stream);
      const context = await this.lookAround(state, command, rule);
      // From here to the append nothing is waited for: what is decided rests on the revision that is expected.
      const answered = earlierResult(state, command);
      if (answered) return answered;
      const expected = state.revision;
      const events = decideNow(state, command, rule, context);
      try {
        const appended = await this.ledger.append(stream, expected, events);
        this.streams.appended(stream, appended);
        this.acknowledged.note(appended);
        return resultOf(appended);
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt === TRIES) throw error;
      }
    }
  }

  /** Reads all that deciding looks at, and checks what every command has to keep to. */
  private async lookAround<C extends Command, State>(
    state: StreamState,
    command: C,
    { reads, lookUp }: Rule<C, State>,
  ): Promise<DecisionContext> {
    const { prototype } = classOf(command);
    const written = marksIn(prototype, command);
    const named = [state.stream, ...streamsNamed(written), ...(reads?.(command, state) ?? [])];
    const states = await this.streams.loadAll(named);
    const context = new DecisionContext(states);
    checkReferences(command, written, context);
    await checkAnonymous(command, written, context, { lookup: this.lookup, streams: this.streams });
    checkSummits(written, context);
    const zone = hasWrittenWhen(written) ? await this.zone(command, state) : null;
    const unzoned = expandWhens(command, written, zone);
    const mayLieAhead = traitsOf(eventTypeOf(classOf(command))).registers === true;
    checkTimes(
      command,
      marksIn(prototype, command),
      unzoned,
      mayLieAhead ? null : command.metadata.receivedAt,
    );
    return lookUp ? new DecisionContext(states, await lookUp(command, this.lookup)) : context;
  }

  private async zone(command: Command, state: StreamState): Promise<string | null> {
    const summits = summitsOf(eventTypeOf(classOf(command)), command.data, state);
    const states = await this.streams.loadAll(summits.map((summitId) => `summit-${summitId}`));
    return zoneOf(command, summits, new DecisionContext(states));
  }
}

function decideNow<C extends Command, State>(
  state: StreamState,
  command: C,
  rule: Rule<C, State>,
  context: DecisionContext,
): NewEvent[] {
  checkConditions(state, command);
  const decision = decideContested(command, state, (records) => decideBy(rule, command, records, context));
  return newEvents(state, command, decision);
}

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
