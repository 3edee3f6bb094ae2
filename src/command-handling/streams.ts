import { LRUCache } from 'lru-cache';
import type { Ledger, LedgerEvent } from '../ledger/ledger.js';
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

  /** The stream as it is in the ledger now. */
  async load(stream: string): Promise<StreamState> {
    const state = this.states.get(stream) ?? new StreamState(stream);
    state.take(await this.ledger.read(stream, state.revision + 1));
    if (state.revision >= 0) this.states.set(stream, state);
    return state;
  }

  async loadAll(streams: Iterable<string>): Promise<Map<string, StreamState>> {
    const names = [...new Set(streams)];
    const states = await Promise.all(names.map((name) => this.load(name)));
    return new Map(names.map((name, i) => [name, states[i] ?? new StreamState(name)]));
  }

  /** What was just appended, so that it need not be read again. */
  appended(stream: string, events: readonly LedgerEvent[]): void {
    this.states.get(stream)?.take(events);
  }
}
