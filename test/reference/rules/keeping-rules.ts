import { checkPatched } from './all-row.js';
import { patched } from '../ledger/fold.js';
import { recordFields } from '../language/language.js';
import type { Programme } from '../ledger/programme.js';
import {
  isKeeping,
  list,
  maybe,
  patchOf,
  Refusal,
  str,
  streamOf,
  type Data,
  type Rec,
} from '../ledger/record.js';
import type { Ruling } from './ruling.js';
import { shapeOf } from '../language/shape.js';

function targetOf(ruling: Ruling): Rec {
  const target = ruling.fold.find(ruling.str('target'));
  if (!target) throw new Refusal('unknown_record');
  return target;
}

export function corroborate(ruling: Ruling): void {
  const target = targetOf(ruling);
  const cited = ruling.fold.evidenceOf(target.address);
  const isCited = (ruling.record.sources ?? []).some(({ sourceId }) => cited.includes(sourceId));
  ruling.refuseIf(isCited, 'already_corroborated');
  ruling.refuseIf(ruling.fold.isRetracted(target.address), 'record_retracted');
}

export function dispute(ruling: Ruling): void {
  ruling.refuseIf(ruling.data['target'] === ruling.data['counterRecord'], 'invalid');
  const target = targetOf(ruling);
  ruling.refuseIf(ruling.fold.isRetracted(target.address), 'record_retracted');
}

export function correct(ruling: Ruling): void {
  const target = targetOf(ruling);
  ruling.refuseIf(ruling.fold.isRetracted(target.address), 'record_retracted');
  const now = ruling.fold.effective(target);
  const then = patched(now, patchOf(ruling));
  checkShape(ruling, target, then, patchOf(ruling));
  ruling.refuseIf(said(now) === said(then), 'no_change');
  ruling.refuseIf(isAnother(ruling, now, then), 'identity_fixed');
  checkPatched(ruling, then);
}

/** What is corrected must still be what its type says; so must what a corrected correction corrects. */
function checkShape(ruling: Ruling, target: Rec, then: Rec, patch: Data): void {
  const isRegistration = /^(Actor|Source)Registered$/.test(target.type);
  const body = isRegistration ? { ...patch, data: then.data } : bodyOf(then);
  const { code } = shapeOf(recordFields(target.type), body);
  if (code !== undefined) throw new Refusal(code);
  if (target.type !== 'RecordCorrected') return;
  const inner = ruling.fold.find(str(target.data, 'target'));
  if (inner) checkShape(ruling, inner, ruling.fold.effectiveWith(inner, then), patchOf(then));
}

function bodyOf({ occurredAt, disclosedAt, embargoUntil, accordingTo, certainty, sources, data }: Rec): Data {
  const account = { occurredAt, disclosedAt, embargoUntil, accordingTo, certainty, sources };
  const given = Object.entries(account).filter(([, value]) => value !== undefined && !isEmpty(value));
  return { ...Object.fromEntries(given), data };
}

/** A patch of nothing but nulls, of a time that was never told. */
const isEmpty = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** What a correction can change of a record, in one spelling. */
function said({ data, occurredAt, disclosedAt, embargoUntil, accordingTo, certainty }: Rec): string {
  // What is not marked as implied is explicit.
  return canonical({
    data,
    occurredAt,
    disclosedAt,
    embargoUntil,
    accordingTo,
    certainty: certainty ?? 'explicit',
  });
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value).filter(
    ([, held]) => held !== undefined && held !== null && !isEmpty(held),
  );
  return `{${fields
    .map(([name, held]) => `${name}:${canonical(held)}`)
    .toSorted()
    .join()}}`;
}

/** Identity is what says where the record stands, and the kind of the item that it is about. */
function isAnother(ruling: Ruling, now: Rec, then: Rec): boolean {
  if (streamOf(now.type, now.data) !== streamOf(then.type, then.data)) return true;
  // What a repair is about says where it stands.
  const about = ({ data }: Rec) => JSON.stringify([data['target'], data['survivor'], data['duplicates']]);
  if (isKeeping(now) && about(now) !== about(then)) return true;
  const itemId = maybe(then.data, 'itemId');
  if (itemId === undefined || itemId === maybe(now.data, 'itemId')) return false;
  const programme = ruling.programme(String(then.data['summitId']));
  if (!programme.knows(itemId)) throw new Refusal('unknown_item');
  return programme.kindOf(itemId) !== kindOf(now, programme);
}

/** The kind of the item that it was about, else of what was held outside any programme. */
function kindOf(record: Rec, programme: Programme): string | undefined {
  const itemId = maybe(record.data, 'itemId');
  if (itemId !== undefined) return programme.kindOf(itemId);
  return record.type === 'SigningHeld' ? 'signing' : maybe(record.data, 'kind');
}

export function retract(ruling: Ruling): void {
  const target = targetOf(ruling);
  ruling.refuseIf(ruling.fold.isRetracted(target.address), 'record_retracted');
}

export function merge(ruling: Ruling): void {
  const { fold } = ruling;
  const duplicates = list(ruling.data, 'duplicates');
  const addresses = [ruling.str('survivor'), ...duplicates];
  const records = addresses.map((address) => {
    const record = fold.find(address);
    if (!record) throw new Refusal('unknown_record');
    return record;
  });
  ruling.refuseIf(new Set(records.map(({ type }) => type)).size > 1, 'type_mismatch');
  const isCyclic =
    duplicates.includes(ruling.str('survivor')) || addresses.some((address) => fold.isMerged(address));
  ruling.refuseIf(isCyclic, 'merge_cycle');
  ruling.refuseIf(
    addresses.some((address) => fold.isRetracted(address)),
    'record_retracted',
  );
}
