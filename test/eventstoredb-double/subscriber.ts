import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ServerState } from './conduct.js';
import type { EventLog, LogRecord } from './event-log.js';
import { caughtUpMessage, checkpointMessage, confirmationMessage, eventMessage } from './messages.js';
import { send, type ReadCall, type ReadOptions } from './read-calls.js';
import { refusals } from './refusals.js';

/** The position that a real server reports when it has searched everything and found nothing. */
const NOWHERE = 18_446_744_073_709_551_615n;
/** How many records a server searches before it may report a checkpoint. */
const SEARCH_WINDOW = 32;

/** One subscription to the whole log: catches up from a position, exclusively, and then lives. */
export class Subscriber {
  private readonly log: EventLog;
  private readonly passes: (record: LogRecord) => boolean;
  private cursor = 0;
  private live = false;
  private isDropped = false;
  private sent = 0;
  private searched = 0;

  constructor(
    private readonly state: ServerState,
    private readonly call: ReadCall,
    private readonly options: ReadOptions,
  ) {
    state.subscriptions += 1;
    this.log = state.log;
    this.passes = filterOf(options);
  }

  async run(): Promise<void> {
    await this.state.gate.pass();
    await send(this.call, confirmationMessage(randomUUID()));
    const start = this.startPosition();
    if (start !== undefined && this.log.isInsideRecord(start)) {
      return void this.call.emit('error', refusals.brokenPosition());
    }
    // The real one waits in silence, too.
    if (start !== undefined && this.log.isBeyondEnd(start)) return;
    this.cursor = start === undefined ? this.firstIndex() : this.log.indexAt(start) + 1;
    while (!this.call.cancelled && !this.isDropped) await this.step();
  }

  private async step(): Promise<void> {
    await this.state.gate.pass();
    const behind = this.log.records.length - this.cursor;
    if (behind === 0) return this.rest();
    if (this.live && behind > this.state.conduct.liveBuffer) return this.fallBehind();
    const record = this.log.records[this.cursor++];
    if (record && this.passes(record)) {
      this.sent += 1;
      await send(this.call, eventMessage(record));
    } else if (record) await this.report(record);
  }

  private async rest(): Promise<void> {
    if (!this.live) {
      this.live = true;
      if (this.sent === 0 && this.options.hasFilter() && this.startPosition() === undefined) {
        await send(this.call, checkpointMessage(NOWHERE));
      }
      if (this.state.conduct.announcesCaughtUp) await send(this.call, caughtUpMessage());
    }
    if (this.cursor === this.log.records.length) await this.growth();
  }

  private async fallBehind(): Promise<void> {
    this.live = false;
    this.isDropped = this.state.conduct.version === '23.10';
    if (this.isDropped) this.call.emit('error', refusals.consumerTooSlow());
    await setImmediate();
  }

  private async report(record: LogRecord): Promise<void> {
    this.searched += 1;
    const interval = (this.options.getFilter()?.getCheckpointintervalmultiplier() ?? 1) * SEARCH_WINDOW;
    if (this.searched % interval === 0) await send(this.call, checkpointMessage(record.position));
  }

  private growth(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        unwatch();
        this.call.off('cancelled', done);
        resolve();
      };
      const unwatch = this.log.watch(done);
      this.call.once('cancelled', done);
    });
  }

  private startPosition(): bigint | undefined {
    const position = this.options.getAll()?.getPosition();
    return position && BigInt(position.getCommitPosition());
  }

  private firstIndex(): number {
    return this.options.getAll()?.hasEnd() ? this.log.records.length : 0;
  }
}

function filterOf(options: ReadOptions): (record: LogRecord) => boolean {
  const filter = options.getFilter();
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (!filter || !expression) return () => true;
  const subject = ({ stream, type }: LogRecord): string => (filter.hasStreamIdentifier() ? stream : type);
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (record) => prefixes.some((prefix) => subject(record).startsWith(prefix));
  const regex = new RegExp(expression.getRegex());
  return (record) => regex.test(subject(record));
}
