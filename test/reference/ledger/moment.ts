import { Fold, publicity, type Fact } from './fold.js';
import type { Type } from '../language/language.js';
import { list, str, type Rec } from './record.js';
import { boundsOf, expanded, type Time } from './time.js';
import { belongsTo } from './memberships.js';

/** A question's moment (§2.4). */
export interface Moment {
  readonly at: number | null;
  /** How many records the ledger held. */
  readonly asOf: number;
  readonly publicAt: number | null;
  /** Rule 2.6.2. */
  readonly queryTime: number;
}

/** What is known at a moment. */
export interface Known {
  readonly fold: Fold;
  readonly moment: Moment;
  /** What stands and is in, in recorded order; repairs are not among them. */
  readonly facts: readonly Fact[];
}

const registrations: readonly Type[] = ['SummitRegistered', 'SourceRegistered', 'ActorRegistered'];
const repairs: readonly Type[] = [
  'RecordCorroborated',
  'RecordDisputed',
  'RecordCorrected',
  'RecordRetracted',
  'RecordsMerged',
];

export function knownAt(all: readonly Rec[], moment: Moment): Known {
  const fold = new Fold(
    all.filter(({ n }) => n <= moment.asOf),
    moment.publicAt,
  );
  const facts = fold.all
    .filter(({ type }) => !repairs.includes(type))
    .filter((record) => fold.stands(record))
    .map((record) => fold.effective(record))
    .flatMap((fact) => {
      const presence = registrations.includes(fact.type) ? 'in' : presenceOf(fact, fold, moment);
      return presence === 'out' ? [] : [{ ...fact, undecided: fact.undecided || presence === 'undecided' }];
    });
  return { fold, moment, facts };
}

function presenceOf(fact: Fact, fold: Fold, { at, publicAt }: Moment): 'in' | 'out' | 'undecided' {
  const inWorld = at === null ? 'in' : publicity(fact.occurredAt, null, at);
  const inPublic =
    publicAt === null ? 'in' : publicity(disclosureOf(fact, fold), fact.embargoUntil, publicAt);
  if (inWorld === 'out' || inPublic === 'out') return 'out';
  return inWorld === 'undecided' || inPublic === 'undecided' ? 'undecided' : 'in';
}

/** When a fact became public, by default too (§2.2, rule 2.6.6); undefined when nothing is known of it. */
export function disclosureOf(fact: Fact, fold: Fold, seen: readonly string[] = []): Time | undefined {
  if (fact.disclosedAt) return fact.disclosedAt;
  if (!isPrivate(fact, fold)) return fact.occurredAt;
  const bases = list(fact.data, 'basis')
    .map((address) => fold.survivorOf(address))
    .filter((address) => !seen.includes(address) && address !== fact.address)
    .flatMap((address) => fold.find(address) ?? [])
    .filter(({ type }) => !repairs.includes(type))
    .filter((basis) => fold.stands(basis))
    .map((basis) => disclosureOf(fold.effective(basis), fold, [...seen, fact.address]) ?? {});
  // "No upper bound" (§2.2); nothing is public before it happened.
  const never = { from: fact.occurredAt?.from ?? null, to: null };
  return earliest(bases) ?? earliest(publications(fact, fold)) ?? never;
}

/** What passes in private: a promise, and a position that another tells. */
function isPrivate({ type, data, accordingTo }: Fact, fold: Fold): boolean {
  if (type === 'CommitmentMade') return true;
  return type === 'PositionTaken' && !belongsTo(fold, accordingTo, str(data, 'party'));
}

function publications(fact: Fact, fold: Fold): Time[] {
  const sources = fold.standing('SourceRegistered');
  // One more source for the same fact is one of its sources.
  const cited = fold.unitedWith(fact.address).flatMap((address) => fold.evidenceOf(address));
  return cited.flatMap((sourceId) => {
    const source = sources.find(({ data }) => data['sourceId'] === sourceId);
    const published = source?.data['publishedAt'];
    // A date of publication names no place, so it is that date anywhere on Earth.
    return typeof published === 'string' ? (expanded(published, null) ?? []) : [];
  });
}

function earliest(times: readonly Time[]): Time | undefined {
  return times.toSorted((a, b) => boundsOf(a).to - boundsOf(b).to || 0)[0];
}
