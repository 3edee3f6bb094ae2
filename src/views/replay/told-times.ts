import { datesOf, type EventType, type MarkedValue } from '../../../events/index.js';
import { recordsIn, type Dossier } from '../../records/dossier.js';
import { isObject, marksTold, wordingsIn } from '../../records/wordings.js';
import { expandWhen } from '../../time/edtf.js';
import { parseInstant } from '../../time/moment.js';

const told = new WeakMap<Dossier, readonly number[]>();

/**
 * The instants, in milliseconds since 1970, that a dossier tells in fields that hold times, and at which its
 * records were recorded. Words that look like a time are none, and a time that cannot be read is passed over.
 */
export function timesTold(dossier: Dossier): readonly number[] {
  let times = told.get(dossier);
  if (!times) told.set(dossier, (times = timesIn(dossier)));
  return times;
}

/** Those that are told of a record by later ones, which may read otherwise from then on. */
export function timesToldOf({ record, keeping }: Dossier): readonly number[] {
  return keeping.flatMap((kept) => timesIn(kept, [record.type]));
}

function timesIn(dossier: Dossier, about: readonly EventType[] = []): readonly number[] {
  const recorded = recordsIn(dossier).map(({ recordedAt }) => recordedAt);
  const times = [...recorded, ...marksTold(dossier, wordingsIn(dossier, about)).flatMap(timestampsOf)];
  return [...new Set(times)].flatMap(instantsOf);
}

function timestampsOf({ role, value }: MarkedValue): string[] {
  if (role !== 'when' && role !== 'timestamp') return [];
  // A time is an object with bounds, of which a correction may bring one.
  const values = isObject(value) ? [value['from'], value['to']] : [value];
  return values.filter((text) => typeof text === 'string');
}

/** A date without a place, such as that of a publication, is one anywhere on Earth. */
function instantsOf(text: string): number[] {
  const instant = parseInstant(text);
  if (instant !== undefined) return [instant];
  if (datesOf(text) === undefined) return [];
  const { from, to } = expandWhen(text, null);
  return [from, to].flatMap((bound) => parseInstant(bound ?? '') ?? []);
}
