import type { DataOf, Evidence, EventType, When } from '../../events/index.js';
import { UNKNOWN_WHEN } from '../time/when.js';
import type { Dossier } from './dossier.js';
import { always, current, readingOf, type Applies, type Standing } from './reading.js';
import { isOf, type Recorded } from './recorded.js';

export type { Applies, Standing } from './reading.js';

export interface Corroboration {
  readonly record: string;
  readonly accordingTo?: string;
  readonly sources: readonly Evidence[];
  readonly rendering?: string;
}

export interface Dispute {
  readonly record: string;
  readonly by: string;
  readonly field?: string;
  readonly counterRecord?: string;
}

/** A record as it stands at some moment: its last wording, and what others say of it. */
export interface Fact<T extends EventType = EventType> {
  /** Address of the record. */
  readonly record: string;
  readonly stream: string;
  readonly type: T;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly occurredAt: When;
  /** As stated; see `disclosedAt` of the views for its default. */
  readonly disclosedAt?: When;
  readonly embargoUntil?: string;
  readonly accordingTo?: string;
  readonly certainty: 'explicit' | 'implied';
  readonly sources: readonly Evidence[];
  readonly unknown?: string;
  readonly note?: string;
  readonly data: DataOf<T>;
  /** Addresses of the corrections that were applied, in recorded order. */
  readonly corrections: readonly string[];
  readonly corroborations: readonly Corroboration[];
  readonly disputes: readonly Dispute[];
  /** Addresses of the records that it stands for; known where facts are read together, see `effectiveFacts`. */
  readonly duplicates?: readonly string[];
  /** Bases that it names and that were retracted; known there too. */
  readonly retractedBases?: readonly string[];
  /** A bound of its time, or of the time of a correction, straddles the moment asked for. */
  readonly undecided: boolean;
}

export function standingOf(dossier: Dossier, applies: Applies = always): Standing {
  return readingOf(dossier, applies).standing;
}

/** What stands of all that is said of a record. A retraction that was itself retracted does not. */
export function liveKeeping(dossier: Dossier, applies: Applies = always): readonly Dossier[] {
  return readingOf(dossier, applies).live.map((kept) => kept.dossier);
}

/** The record's last wording, whether or not it was retracted. */
export function factOf(dossier: Dossier, applies: Applies = always): Fact {
  const { record } = dossier;
  const { wording, live: readings, undecided } = readingOf(dossier, applies);
  const live = readings.map(current);
  const { unknown, note } = record.body;
  return {
    record: record.address,
    stream: record.stream,
    type: record.type,
    revision: record.revision,
    position: record.position,
    recordedAt: record.recordedAt,
    recordedBy: record.recordedBy,
    ...(unknown !== undefined && { unknown }),
    ...(note !== undefined && { note }),
    ...wording,
    occurredAt: wording.occurredAt ?? UNKNOWN_WHEN,
    certainty: wording.certainty ?? 'explicit',
    sources: record.body.sources ?? [],
    corrections: live.filter((kept) => kept.type === 'RecordCorrected').map((kept) => kept.address),
    corroborations: live.flatMap((kept) => (isOf('RecordCorroborated', kept) ? [corroboration(kept)] : [])),
    disputes: live.flatMap((kept) => (isOf('RecordDisputed', kept) ? [dispute(kept)] : [])),
    undecided,
  };
}

function corroboration({ address, body }: Recorded<'RecordCorroborated'>): Corroboration {
  return {
    record: address,
    sources: body.sources ?? [],
    ...(body.accordingTo !== undefined && { accordingTo: body.accordingTo }),
    ...(body.data.rendering !== undefined && { rendering: body.data.rendering }),
  };
}

function dispute({ address, body }: Recorded<'RecordDisputed'>): Dispute {
  const { by, field, counterRecord } = body.data;
  return {
    record: address,
    by,
    ...(field !== undefined && { field }),
    ...(counterRecord !== undefined && { counterRecord }),
  };
}

/** Narrows a fact to one event type. */
export function isFactOf<T extends EventType>(type: T, fact: Fact): fact is Fact<T> {
  return fact.type === type;
}

/** All facts of one type, in the order given. */
export function ofType<T extends EventType>(type: T, facts: readonly Fact[]): readonly Fact<T>[] {
  return facts.filter((fact): fact is Fact<T> => fact.type === type);
}
