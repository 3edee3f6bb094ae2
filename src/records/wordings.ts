import { Account, eventTypes, marksIn, type EventType, type MarkedValue } from '../../events/index.js';
import { recordsIn, type Dossier } from './dossier.js';

/** The data of a record, or the part of it that a correction puts in its place. */
export interface Wording {
  /** Whose data they are, be it the type of the record that is corrected. */
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * All that was ever told in a dossier, retracted and corrected wordings included.
 * @param about the types of the records that this one is about, the nearest first
 */
export function* wordingsIn(
  { record, keeping }: Dossier,
  about: readonly EventType[] = [],
): Generator<Wording> {
  const types = [record.type, ...about];
  yield* layers(record.body.data, types);
  for (const kept of keeping) yield* wordingsIn(kept, types);
}

/** A correction's patch holds data of the type that it corrects, which may be a correction again. */
function* layers(data: unknown, [type, ...about]: readonly EventType[]): Generator<Wording> {
  if (type === undefined || !isObject(data)) return;
  yield { type, data };
  if (type === 'RecordCorrected' && isObject(data['patch'])) yield* layers(data['patch']['data'], about);
}

/**
 * Every value that was ever told in a dossier in a field whose meaning is marked.
 * @param wordings those of the dossier
 */
export function marksTold(
  dossier: Dossier,
  wordings: Iterable<Wording> = wordingsIn(dossier),
): MarkedValue[] {
  return [
    ...recordsIn(dossier).flatMap((record) => marksIn(Account.prototype, record.body)),
    ...[...wordings].flatMap(({ type, data }) => marksIn(eventTypes[type].prototype, data)),
  ];
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
