import { isRegistry } from '../../../events/index.js';
import { Injectable } from '@nestjs/common';
import { Facts } from '../../projection/facts.js';
import { FactsStopped } from '../../projection/projection-failures.js';
import { problemOf } from '../problem-of.js';
import { categoryOf, Ledger, type LedgerEvent } from '../../ledger/ledger.js';
import { Rejected } from '../../records/rejected.js';
import { comparePositions } from '../../time/ledger-position.js';
import { isNothing } from '../../views/diff/changes.js';
import { compare, type Question, type State } from '../../views/diff/compare.js';
import { ViewReader } from './view-reader.js';
import { ofSummit, type Selects } from '../events/selects.js';
import { MomentResolver, type MomentParameters } from '../moment-resolver.js';
import { placeId, placeOf } from '../reader-place.js';
import { frame } from '../sse.js';

/** Who follows. */
export interface Reader {
  /** What it has seen last, where it comes back. */
  readonly lastEventId: string | undefined;
  /** That of the ledger now. */
  readonly epoch: string;
}

/** What a reader is told first. */
interface Beginning {
  readonly now: State;
  /** What it has seen already. */
  readonly before: State | undefined;
  readonly isReset: boolean;
  readonly epoch: string;
}

/** Follows a read model live: its state, then its changes as they are recorded. */
@Injectable()
export class LiveView {
  constructor(
    private readonly ledger: Ledger,
    private readonly facts: Facts,
    private readonly viewReader: ViewReader,
    private readonly moments: MomentResolver,
  ) {}

  /** In which a reader begins now. */
  epoch(): Promise<string> {
    return this.ledger.epoch();
  }

  /**
   * Frames with the position as their id: `snapshot` (or, to a reader that comes back, the changes since
   * `lastEventId`), `caught-up`, then `change`. A reader that comes back with a position that this ledger has
   * not reached, or that it handed out before a restore, gets `reset` and a snapshot.
   * @throws Rejected `invalid` when the question is for a past of the ledger, which does not change
   */
  follow(question: Question, asked: MomentParameters, reader: Reader, signal: AbortSignal) {
    const { lastEventId, epoch } = reader;
    if (asked.asOf !== undefined)
      throw new Rejected('invalid', {
        fields: [{ field: 'asOf', message: 'what the ledger held then changes no more; see /replay' }],
      });
    const now = this.state(question, asked);
    const place = lastEventId === undefined ? undefined : placeOf(lastEventId);
    const isReset = place && (place.epoch !== epoch || comparePositions(place.position, now.moment.asOf) > 0);
    const before = place && !isReset ? this.state(question, { ...asked, asOf: place.position }) : undefined;
    return untilStopped(
      this.frames(question, asked, { now, before, isReset: isReset ?? false, epoch }, signal),
    );
  }

  private async *frames(
    question: Question,
    asked: MomentParameters,
    { now, before, isReset, epoch }: Beginning,
    signal: AbortSignal,
  ): AsyncIterable<string> {
    const position = now.moment.asOf;
    if (isReset) yield frame('reset', JSON.stringify({ position }));
    if (before) yield* changed(question, before, now, epoch);
    else {
      const snapshot = JSON.stringify(this.viewReader.answer(question, now.moment));
      yield frame('snapshot', snapshot, placeId(position, epoch));
    }
    yield frame('caught-up', JSON.stringify({ position }));
    const concerns = this.concerning(question.subject);
    let last = now;
    for await (const page of this.ledger.subscribe(position, signal)) {
      if (!page.events.some(concerns)) continue;
      await this.moments.reached(page.position, signal);
      const next = this.state(question, asked);
      yield* changed(question, last, next, epoch);
      last = next;
    }
  }

  private state(question: Question, asked: MomentParameters): State {
    const moment = this.moments.moment(asked);
    return { moment, ...this.viewReader.knowledge(question, moment) };
  }

  private concerning(summitId: string): Selects {
    const isOfSummit = ofSummit(summitId, this.facts);
    return (event: LedgerEvent) => isOfSummit(event) || isRegistry(categoryOf(event.stream));
  }
}

/** Where the facts go no further, the last frame is the problem. */
async function* untilStopped(frames: AsyncIterable<string>): AsyncIterable<string> {
  try {
    yield* frames;
  } catch (error) {
    if (!(error instanceof FactsStopped)) throw error;
    yield frame('problem', JSON.stringify(problemOf(error)));
  }
}

function* changed(question: Question, before: State, after: State, epoch: string): Iterable<string> {
  const changes = compare(question, before, after);
  if (isNothing(changes)) return;
  const position = after.moment.asOf;
  yield frame('change', JSON.stringify({ position, ...changes }), placeId(position, epoch));
}
