import { marksIn } from '../../events/index.js';
import { RevisionConflict, type Ledger, type NewEvent } from '../ledger/ledger.js';
import type { Acknowledged } from './acknowledged.js';
import { answerBefore, answerOf, type Answer } from './answer.js';
import { checkAnonymous } from './anonymous.js';
import { checkReferences, checkSummits, checkTimes } from './account-checks.js';
import { checkConditions } from './conditions.js';
import { decideContested } from './contest.js';
import { expandWhens, hasWrittenWhen } from './expand.js';
import { newEvents } from './new-events.js';
import { classOf, type Command } from './recording.js';
import type { Recollection } from './recollection.js';
import type { Rule } from './rule.js';
import type { StreamState } from './stream-state.js';
import { Streams } from './streams.js';
import { streamsNamed, World } from './world.js';
import { summitsOf, zoneOf } from './zone-of.js';

const TRIES = 5;

/** The one way into the ledger: loads what a command needs, decides, appends with the revision it read. */
export class Desk {
  private readonly streams: Streams;
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly ledger: Ledger,
    private readonly recollection: Recollection,
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
  async record<C extends Command, State>(command: C, rule: Rule<C, State>): Promise<Answer> {
    const stream = rule.kind.streamOf(command.data);
    const before = this.queues.get(stream) ?? Promise.resolve();
    const turn = before.then(() => this.decideAndAppend(stream, command, rule));
    const settled = turn.catch(() => undefined);
    this.queues.set(stream, settled);
    try {
      const answer = await turn;
      return rule.tell ? await rule.tell(command, answer, this.recollection) : answer;
    } finally {
      if (this.queues.get(stream) === settled) this.queues.delete(stream);
    }
  }

  private async decideAndAppend<C extends Command, State>(
    stream: string,
    command: C,
    rule: Rule<C, State>,
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const state = await this.streams.load(stream);
      const world = await this.lookAround(state, command, rule);
      // From here to the append nothing is waited for: what is decided rests on the revision that is expected.
      const answered = answerBefore(state, command);
      if (answered) return answered;
      const expected = state.revision;
      const events = decideNow(state, command, rule, world);
      try {
        const appended = await this.ledger.append(stream, expected, events);
        this.streams.appended(stream, appended);
        this.acknowledged.note(appended);
        return answerOf(appended);
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt === TRIES) throw error;
      }
    }
  }

  /** Reads all that deciding looks at, and checks what every command has to keep to. */
  private async lookAround<C extends Command, State>(
    state: StreamState,
    command: C,
    { reads, recall }: Rule<C, State>,
  ): Promise<World> {
    const { prototype, event } = classOf(command);
    const written = marksIn(prototype, command);
    const named = [state.stream, ...streamsNamed(written), ...(reads?.(command, state) ?? [])];
    const states = await this.streams.world(named);
    const world = new World(states);
    checkReferences(command, written, world);
    await checkAnonymous(command, written, world, { recollection: this.recollection, streams: this.streams });
    checkSummits(written, world);
    const zone = hasWrittenWhen(written) ? await this.zone(command, state) : null;
    const unzoned = expandWhens(command, written, zone);
    const mayLieAhead = event.name === 'SummitRegistered';
    checkTimes(
      command,
      marksIn(prototype, command),
      unzoned,
      mayLieAhead ? null : command.receipt.receivedAt,
    );
    return recall ? new World(states, await recall(command, this.recollection)) : world;
  }

  private async zone(command: Command, state: StreamState): Promise<string | null> {
    const summits = summitsOf(command, state);
    const states = await this.streams.world(summits.map((summitId) => `summit-${summitId}`));
    return zoneOf(command, summits, new World(states));
  }
}

function decideNow<C extends Command, State>(
  state: StreamState,
  command: C,
  { kind, decide }: Rule<C, State>,
  world: World,
): NewEvent[] {
  checkConditions(state, command);
  const decision = decideContested(command, state, (records) => decide(command, kind.of(records), world));
  return newEvents(state, command, decision);
}
