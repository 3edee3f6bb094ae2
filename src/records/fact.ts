import type { DataOf, Evidence, EventType, Patch, When } from '../../events/index.js';
import { UNKNOWN_WHEN } from '../time/when.js';
import type { Dossier } from './dossier.js';
import { mergePatch, patchWhen } from './patch.js';
import { isOf, type AccountFields, type Recorded } from './recorded.js';

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
  /** A bound of its time, or of the time of a correction, straddles the moment asked for. */
  readonly undecided: boolean;
}

/** What became of a record: it stands, it was retracted, or another stands for it. */
export type Standing = 'effective' | 'retracted' | 'merged';

/** Whether a record about another counts at the moment asked for. */
export type Applies = (keeping: Recorded) => 'yes' | 'no' | 'undecided';
const always: Applies = () => 'yes';

export function standingOf(dossier: Dossier, applies: Applies = always): Standing {
  const live = liveKeeping(dossier, applies).map((kept) => kept.record);
  if (live.some((record) => record.type === 'RecordRetracted')) return 'retracted';
  const { address } = dossier.record;
  const merged = live.some(
    (record) => isOf('RecordsMerged', record) && record.body.data.duplicates.includes(address),
  );
  return merged ? 'merged' : 'effective';
}

/** What stands of all that is said of a record. A retraction that was itself retracted does not. */
export function liveKeeping(dossier: Dossier, applies: Applies = always): readonly Dossier[] {
  return dossier.keeping.filter(
    (kept) => applies(current(kept, applies)) !== 'no' && standingOf(kept, applies) === 'effective',
  );
}

/** A record about another, as corrected. */
function current(dossier: Dossier, applies: Applies): Recorded {
  if (dossier.keeping.length === 0) return dossier.record;
  return { ...dossier.record, body: { ...dossier.record.body, ...wordingOf(dossier, applies) } };
}

/** The record's last wording, whether or not it was retracted. */
export function factOf(dossier: Dossier, applies: Applies = always): Fact {
  const { record } = dossier;
  const live = liveKeeping(dossier, applies).map((kept) => current(kept, applies));
  const wording = wordingOf(dossier, applies);
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
    undecided: live.some((kept) => applies(kept) === 'undecided'),
  };
}

type Wording = Pick<
  AccountFields,
  'occurredAt' | 'disclosedAt' | 'embargoUntil' | 'accordingTo' | 'certainty'
> & { readonly data: DataOf<EventType> };

function wordingOf(dossier: Dossier, applies: Applies): Wording {
  const { body } = dossier.record;
  let wording: Wording = {
    data: body.data,
    ...(body.occurredAt && { occurredAt: body.occurredAt }),
    ...(body.disclosedAt && { disclosedAt: body.disclosedAt }),
    ...(body.embargoUntil !== undefined && { embargoUntil: body.embargoUntil }),
    ...(body.accordingTo !== undefined && { accordingTo: body.accordingTo }),
    ...(body.certainty !== undefined && { certainty: body.certainty }),
  };
  for (const kept of liveKeeping(dossier, applies)) {
    const correction = current(kept, applies);
    if (isOf('RecordCorrected', correction)) wording = corrected(wording, correction.body.data.patch);
  }
  return wording;
}

/** A wording after one correction. The result has the shape of its type when the correction was accepted. */
export function corrected(wording: Wording, patch: Patch): Wording {
  const { data, occurredAt, disclosedAt, ...rest } = patch;
  const { occurredAt: happened, disclosedAt: known, ...other } = wording;
  const when = {
    ...(happened && { occurredAt: happened }),
    ...(known && { disclosedAt: known }),
    ...(occurredAt !== undefined && { occurredAt: patchWhen(happened, occurredAt) }),
    ...(disclosedAt !== undefined && { disclosedAt: patchWhen(known, disclosedAt) }),
  };
  if (disclosedAt === null) delete when.disclosedAt;
  const merged = mergePatch(other, { ...rest, ...(data && { data }) });
  // Checked against the class of the record's type before the correction was appended.
  return { ...(merged as Wording), ...(when as Pick<Wording, 'occurredAt' | 'disclosedAt'>) };
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
