import { verifiedDigest } from '../ledger/digest.js';
import { NO_STREAM, type LedgerEvent } from '../ledger/ledger.js';
import { Dossiers, fold, type Dossier } from '../records/dossier.js';
import { factOf, standingOf, type Fact, type Standing } from '../records/fact.js';
import { recorded } from '../records/recorded.js';

/** An earlier command of the same stream that carried an idempotency key. */
export interface RecordedCommand {
  readonly bodyHash: string;
  readonly events: readonly LedgerEvent[];
}

/** A record wherever it stands, also when it does not count any more. */
export interface StandingRecord {
  readonly standing: Standing;
  readonly fact: Fact;
}

/** The records of one stream, as deciding sees them. */
export interface Records {
  readonly stream: string;
  /** Of the last event; `NO_STREAM` when there is none. */
  readonly revision: number;
  /** Those that stand, in recorded order. */
  readonly facts: readonly Fact[];
  find(address: string): StandingRecord | undefined;
  /** The dossier in which a record stands: its own, or that of the record that it is about. */
  dossier(address: string): Dossier | undefined;
}

/** The ledger hands out events of a stream that do not follow those that it handed out before. */
export class MissingEvent extends Error {
  constructor(stream: string, revision: number, next: number) {
    super(`${stream} is at revision ${revision}, and ${next} does not follow`);
    this.name = 'MissingEvent';
  }
}

/** What one stream has come to: its records by address, its last revision, the keys that it has seen. */
export class StreamState implements Records {
  revision = NO_STREAM;
  private readonly dossiers = new Dossiers();
  private readonly answers = new Map<string, RecordedCommand>();
  private readonly read = new WeakMap<Dossier, StandingRecord>();
  private effective: readonly Fact[] | undefined;

  constructor(readonly stream: string) {}

  /**
   * Takes further events of the stream; those it has already are passed over.
   * @throws UnknownEventType or DamagedEvent, also whenever it is asked again: it stands before what it cannot read
   * @throws MissingEvent where an event is missing before these
   */
  take(events: readonly LedgerEvent[]): this {
    for (const event of events) {
      if (event.revision <= this.revision) continue;
      if (event.revision !== this.revision + 1)
        throw new MissingEvent(this.stream, this.revision, event.revision);
      verifiedDigest(event);
      fold(this.dossiers, recorded(event));
      this.revision = event.revision;
      this.remember(event);
      this.effective = undefined;
    }
    return this;
  }

  get facts(): readonly Fact[] {
    this.effective ??= [...this.dossiers.all()]
      .map((dossier) => this.reading(dossier))
      .filter((found) => found.standing === 'effective')
      .map((found) => found.fact);
    return this.effective;
  }

  find(address: string): StandingRecord | undefined {
    const dossier = this.dossiers.find(address);
    return dossier && this.reading(dossier);
  }

  dossier(address: string): Dossier | undefined {
    const place = this.dossiers.placesOf(address)[0];
    return place === undefined ? undefined : this.dossiers.dossier(place);
  }

  answeredTo(idempotencyKey: string): RecordedCommand | undefined {
    return this.answers.get(idempotencyKey);
  }

  private reading(dossier: Dossier): StandingRecord {
    const before = this.read.get(dossier);
    if (before) return before;
    const found = { standing: standingOf(dossier), fact: factOf(dossier) };
    this.read.set(dossier, found);
    return found;
  }

  private remember(event: LedgerEvent): void {
    const { idempotencyKey, bodyHash } = event.metadata;
    if (idempotencyKey === undefined || bodyHash === undefined) return;
    const before = this.answers.get(idempotencyKey)?.events ?? [];
    this.answers.set(idempotencyKey, { bodyHash, events: [...before, event] });
  }
}
