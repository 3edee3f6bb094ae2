import { LRUCache } from 'lru-cache';
import { NO_STREAM, START, type Ledger, type LedgerEvent } from '../ledger/ledger.js';
import { comparePositions } from '../time/ledger-position.js';
import { StreamState } from './stream-state.js';

/** The write side's memory of streams: read once, then read on from where it stands. */
export class Streams {
  private readonly states: LRUCache<string, StreamState>;

  constructor(
    private readonly ledger: Ledger,
    max = 10_000,
  ) {
    this.states = new LRUCache({ max });
  }

  /**
   * The stream as it is in the ledger now.
   * @throws UnknownEventType or MissingEvent where it cannot be read to its end
   */
  async load(stream: string): Promise<StreamState> {
    const state = this.states.get(stream) ?? new StreamState(stream);
    state.take(await this.ledger.read(stream, state.revision + 1));
    // A read that began before others, and ends after them, knows less.
    if (state.revision > (this.states.get(stream)?.revision ?? NO_STREAM)) this.states.set(stream, state);
    return state;
  }

  async loadAll(streams: Iterable<string>): Promise<Map<string, StreamState>> {
    const names = [...new Set(streams)];
    const states = await Promise.all(names.map((name) => this.load(name)));
    return new Map(names.map((name, i) => [name, states[i] ?? new StreamState(name)]));
  }

  /** What was just appended, so that it need not be read again; by a state that stands further back, it is. */
  appended(stream: string, events: readonly LedgerEvent[]): void {
    const state = this.states.get(stream);
    if (state && events[0]?.revision === state.revision + 1) state.take(events);
  }
}

/** The last position that this process has told anybody of: what its reads have to reflect. */
export class Acknowledged {
  /** @param position where the ledger ended when the process began */
  constructor(private last: string) {}

  get position(): string {
    return this.last;
  }

  /** The ledger was restored from a copy that is older: what was acknowledged is gone. */
  forget(): void {
    this.last = START;
  }

  note(appended: readonly LedgerEvent[]): void {
    const position = appended.at(-1)?.position ?? this.last;
    if (comparePositions(position, this.last) > 0) this.last = position;
  }
}
