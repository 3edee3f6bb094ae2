import { type DataOf, type EventType, type Patch, traitsOf } from '../../events/index.js';
import { UNKNOWN_WHEN } from '../time/when.js';
import type { Dossier } from './dossier.js';
import { mergePatch, patchWhen } from './patch.js';
import { isOf, type AccountFields, type Recorded } from './recorded.js';

/** What became of a record: it stands, it was retracted, or another stands for it. */
export type Standing = 'effective' | 'retracted' | 'merged';

/** Whether a record about another counts at the moment asked for. */
export type Applies = (keeping: Recorded) => 'yes' | 'no' | 'undecided';
export const always: Applies = () => 'yes';

/** The words of a record that corrections may change. */
export type Wording = Pick<
  AccountFields,
  'occurredAt' | 'disclosedAt' | 'embargoUntil' | 'accordingTo' | 'certainty'
> & { readonly data: DataOf<EventType> };

/** A dossier as it reads when only what applies counts. */
export interface Reading {
  readonly dossier: Dossier;
  readonly standing: Standing;
  /** The last wording, whether or not the record stands. */
  readonly wording: Wording;
  /** What stands of all that is said of the record. A retraction that was itself retracted does not. */
  readonly live: readonly Reading[];
  /** Whether it reads so only because something counts that may, or may not, at the moment asked for. */
  readonly undecided: boolean;
}

/** Dossiers never change, nor what counts of them at one moment: what was read once need not be again. */
const readings = new WeakMap<Applies, WeakMap<Dossier, Reading>>();

/** Reads a dossier from the inside out, each record in it once: chains of retractions may be long. */
export function readingOf(dossier: Dossier, applies: Applies = always): Reading {
  let known = readings.get(applies);
  if (!known) readings.set(applies, (known = new WeakMap()));
  let reading = known.get(dossier);
  if (!reading) known.set(dossier, (reading = read(dossier, applies)));
  return reading;
}

function read(dossier: Dossier, applies: Applies): Reading {
  const kept = dossier.keeping
    .map((one) => readingOf(one, applies))
    .filter((one) => applies(current(one)) !== 'no');
  const live = kept.filter(({ standing: stands }) => stands === 'effective');
  const shaping = kept.filter(({ dossier: { record } }) => traitsOf(record.type).changesReading);
  return {
    dossier,
    standing: standing(dossier, live),
    wording: wording(dossier, live),
    live,
    undecided: shaping.some(
      (one) => one.undecided || (live.includes(one) && applies(current(one)) === 'undecided'),
    ),
  };
}

/** A record as corrected. */
export function current({ dossier: { record }, wording: last }: Reading): Recorded {
  const { occurredAt, disclosedAt, embargoUntil, accordingTo, certainty, ...rest } = record.body;
  return { ...record, body: { ...rest, ...last } };
}

function standing({ record: { address } }: Dossier, live: readonly Reading[]): Standing {
  const said = live.map((kept) => kept.dossier.record);
  if (said.some((record) => record.type === 'RecordRetracted')) return 'retracted';
  const isMerged = said.some(
    (record) => isOf('RecordsMerged', record) && record.body.data.duplicates.includes(address),
  );
  return isMerged ? 'merged' : 'effective';
}

function wording({ record: { body } }: Dossier, live: readonly Reading[]): Wording {
  const wording: Wording = {
    data: body.data,
    ...(body.occurredAt && { occurredAt: body.occurredAt }),
    ...(body.disclosedAt && { disclosedAt: body.disclosedAt }),
    ...(body.embargoUntil !== undefined && { embargoUntil: body.embargoUntil }),
    ...(body.accordingTo !== undefined && { accordingTo: body.accordingTo }),
    ...(body.certainty !== undefined && { certainty: body.certainty }),
  };
  return live.reduce((last, kept) => {
    const said = current(kept);
    return isOf('RecordCorrected', said) ? corrected(last, said.body.data.patch) : last;
  }, wording);
}

/** The result has the shape of its type: that was checked before the correction was appended. */
function corrected(last: Wording, patch: Patch): Wording {
  const { data, occurredAt, disclosedAt, ...rest } = patch;
  const { occurredAt: happened = UNKNOWN_WHEN, disclosedAt: known, ...other } = last;
  const when = {
    occurredAt: occurredAt === undefined ? happened : patchWhen(happened, occurredAt),
    disclosedAt: disclosedAt === undefined ? known : patchWhen(known, disclosedAt),
  };
  const merged = mergePatch(other, { ...rest, ...(data && { data }) });
  // As the contract above says; a patch is free in form, so no type can say it.
  return { ...(merged as Wording), ...(withoutEmpty(when) as Pick<Wording, 'occurredAt' | 'disclosedAt'>) };
}

function withoutEmpty(whens: object): object {
  return Object.fromEntries(Object.entries(whens).filter(([, when]) => when !== undefined && when !== null));
}
